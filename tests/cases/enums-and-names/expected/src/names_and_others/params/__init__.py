"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .class_retrieve import ClassRetrieveColor
    from .thing_list import ThingListOrder
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "ClassRetrieveColor": ".class_retrieve",
            "ThingListOrder": ".thing_list",
        },
    )

__all__ = ["ClassRetrieveColor", "ThingListOrder"]
