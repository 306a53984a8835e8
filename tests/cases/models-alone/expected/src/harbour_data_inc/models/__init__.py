"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .berth import Berth, BerthState, Quay
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Berth": ".berth",
            "BerthState": ".berth",
            "Quay": ".berth",
        },
    )

__all__ = ["Berth", "BerthState", "Quay"]
