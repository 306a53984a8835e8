"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .harbour_v1_event import HarbourV1Event
    from .people_v1_event import PeopleV1Event
    from .v1_boat import V1Boat
    from .v1_boat_list import V1BoatList
    from .v1_owner import V1Owner
    from .v1_port import V1Port
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "HarbourV1Event": ".harbour_v1_event",
            "PeopleV1Event": ".people_v1_event",
            "V1Boat": ".v1_boat",
            "V1BoatList": ".v1_boat_list",
            "V1Owner": ".v1_owner",
            "V1Port": ".v1_port",
        },
    )

__all__ = [
    "HarbourV1Event",
    "PeopleV1Event",
    "V1Boat",
    "V1BoatList",
    "V1Owner",
    "V1Port",
]
