"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .class_retrieve import *
    from .thing_list import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".class_retrieve": "ClassRetrieveColor",
            ".thing_list": "ThingListOrder",
        },
    )
