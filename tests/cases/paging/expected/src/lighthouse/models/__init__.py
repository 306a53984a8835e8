"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .beacon import *
    from .beacon_list import *
    from .beacon_search import *
    from .buoy_list import *
    from .keeper import *
    from .keeper_list import *
    from .log import *
    from .log_list import *
    from .shift import *
    from .ship_list import *
    from .signal_list import *
    from .storm import *
    from .storm_list import *
    from .tide import *
    from .visit_list import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".beacon": "Beacon",
            ".beacon_list": "BeaconList",
            ".beacon_search": "BeaconSearchResponse",
            ".buoy_list": "BuoyListResponse",
            ".keeper": "Keeper",
            ".keeper_list": "KeeperListResponse",
            ".log": "Log",
            ".log_list": "LogListResponse",
            ".shift": "Shift",
            ".ship_list": "ShipListResponse ShipListResponseData ShipListResponseMeta",
            ".signal_list": "SignalListResponse SignalListResponseResume",
            ".storm": "Storm",
            ".storm_list": (
                "StormListResponse StormListResponseEmbedded StormListResponseLinks "
                "StormListResponseLinksNext"
            ),
            ".tide": "Tide",
            ".visit_list": "VisitListResponse",
        },
    )
