"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .map import Map
    from .size import Size
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Map": ".map",
            "Size": ".size",
        },
    )

__all__ = ["Map", "Size"]
