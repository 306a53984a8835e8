"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .beacon import Beacon
    from .beacon_list import BeaconList
    from .beacon_search import BeaconSearchResponse
    from .buoy_list import BuoyListResponse
    from .keeper import Keeper
    from .keeper_list import KeeperListResponse
    from .log import Log
    from .log_list import LogListResponse
    from .shift import Shift
    from .ship_list import ShipListResponse, ShipListResponseData, ShipListResponseMeta
    from .signal_list import SignalListResponse, SignalListResponseResume
    from .storm import Storm
    from .storm_list import (
        StormListResponse,
        StormListResponseEmbedded,
        StormListResponseLinks,
        StormListResponseLinksNext,
    )
    from .tide import Tide
    from .visit_list import VisitListResponse
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Beacon": ".beacon",
            "BeaconList": ".beacon_list",
            "BeaconSearchResponse": ".beacon_search",
            "BuoyListResponse": ".buoy_list",
            "Keeper": ".keeper",
            "KeeperListResponse": ".keeper_list",
            "Log": ".log",
            "LogListResponse": ".log_list",
            "Shift": ".shift",
            "ShipListResponse": ".ship_list",
            "ShipListResponseData": ".ship_list",
            "ShipListResponseMeta": ".ship_list",
            "SignalListResponse": ".signal_list",
            "SignalListResponseResume": ".signal_list",
            "Storm": ".storm",
            "StormListResponse": ".storm_list",
            "StormListResponseEmbedded": ".storm_list",
            "StormListResponseLinks": ".storm_list",
            "StormListResponseLinksNext": ".storm_list",
            "Tide": ".tide",
            "VisitListResponse": ".visit_list",
        },
    )

__all__ = [
    "Beacon",
    "BeaconList",
    "BeaconSearchResponse",
    "BuoyListResponse",
    "Keeper",
    "KeeperListResponse",
    "Log",
    "LogListResponse",
    "Shift",
    "ShipListResponse",
    "ShipListResponseData",
    "ShipListResponseMeta",
    "SignalListResponse",
    "SignalListResponseResume",
    "Storm",
    "StormListResponse",
    "StormListResponseEmbedded",
    "StormListResponseLinks",
    "StormListResponseLinksNext",
    "Tide",
    "VisitListResponse",
]
