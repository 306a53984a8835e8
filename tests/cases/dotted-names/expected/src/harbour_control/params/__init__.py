"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .harbour_v1_event import *
    from .owner import *
    from .people_v1_event import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".harbour_v1_event": "HarbourV1EventParam",
            ".owner": "OwnerParam",
            ".people_v1_event": "PeopleV1EventParam",
        },
    )
