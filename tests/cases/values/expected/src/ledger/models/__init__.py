"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .entry import Entry
    from .line import Line
    from .note import Note
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Entry": ".entry",
            "Line": ".line",
            "Note": ".note",
        },
    )

__all__ = ["Entry", "Line", "Note"]
