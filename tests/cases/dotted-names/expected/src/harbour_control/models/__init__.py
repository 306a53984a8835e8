"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .harbour_v1_event import *
    from .people_v1_event import *
    from .v1_boat import *
    from .v1_boat_list import *
    from .v1_owner import *
    from .v1_port import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".harbour_v1_event": "HarbourV1Event",
            ".people_v1_event": "PeopleV1Event",
            ".v1_boat": "V1Boat",
            ".v1_boat_list": "V1BoatList",
            ".v1_owner": "V1Owner",
            ".v1_port": "V1Port",
        },
    )
