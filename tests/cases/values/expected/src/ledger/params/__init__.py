"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .line import LineParam
    from .note import NoteParam
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "LineParam": ".line",
            "NoteParam": ".note",
        },
    )

__all__ = ["LineParam", "NoteParam"]
