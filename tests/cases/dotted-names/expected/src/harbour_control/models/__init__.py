"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .boat import *
    from .boat_list import *
    from .harbour_v1_event import *
    from .owner import *
    from .people_v1_event import *
    from .port import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".boat": "Boat",
            ".boat_list": "BoatList",
            ".harbour_v1_event": "HarbourV1Event",
            ".owner": "Owner",
            ".people_v1_event": "PeopleV1Event",
            ".port": "Port",
        },
    )
