"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .berth_booking_create import *
    from .berth_retrieve import *
    from .cargo_query import *
    from .equipment import *
    from .ferry import *
    from .manifest import *
    from .money import *
    from .position import *
    from .route import *
    from .tanker import *
    from .tug import *
    from .vessel import *
    from .vessel_filter import *
    from .vessel_list import *
    from .vessel_track import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".berth_booking_create": "BerthBookingCreateContactParam",
            ".berth_retrieve": "BerthRetrieveXUnitsParam",
            ".cargo_query": "CargoQueryParam CargoQueryWeightParam",
            ".equipment": "EquipmentParam",
            ".ferry": "FerryParam",
            ".manifest": "ManifestLineParam ManifestParam",
            ".money": "MoneyParam",
            ".position": "PositionParam",
            ".route": "RouteParam",
            ".tanker": "TankerParam TankerTankParam",
            ".tug": "TugParam",
            ".vessel": "VesselParam",
            ".vessel_filter": "VesselFilterLengthParam VesselFilterParam",
            ".vessel_list": "VesselListExpandItem",
            ".vessel_track": "VesselTrackFormat",
        },
    )
