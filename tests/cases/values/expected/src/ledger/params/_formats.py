"""Properties of request types that are sent in a format of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Formatted, ListOf, Shape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

FORMATS: Final[Mapping[str, Mapping[str, Shape]]] = {
    "LineParam": {
        "on": Formatted("date"),
        "inner": "LineParam",
        "pairs": ListOf(Formatted("date")),
    },
    "NoteParam": {"stamp": Formatted("padded-base64url")},
}
