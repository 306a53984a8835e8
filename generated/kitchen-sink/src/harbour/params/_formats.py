"""Properties of request types that are sent in a format of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import Formatted, Shape

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Final

FORMATS: Final[Mapping[str, Mapping[str, Shape]]] = {
    "FerryParam": {"built": Formatted("date")},
    "TankerParam": {"built": Formatted("date")},
    "TugParam": {"built": Formatted("date")},
}
