"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .berth_booking_create import (
        BerthBookingCreateContactParam,
        BerthBookingCreateService,
    )
    from .berth_retrieve import BerthRetrieveXUnitsParam
    from .cargo_query import CargoQueryParam, CargoQueryWeightParam
    from .equipment import EquipmentParam
    from .ferry import FerryParam
    from .manifest import ManifestLineParam, ManifestParam
    from .money import MoneyParam
    from .position import PositionParam
    from .route import RouteParam
    from .tanker import TankerParam, TankerTankParam
    from .tug import TugParam
    from .vessel import VesselParam
    from .vessel_filter import VesselFilterLengthParam, VesselFilterParam
    from .vessel_list import VesselListExpandItem
    from .vessel_track import VesselTrackFormat
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "BerthBookingCreateContactParam": ".berth_booking_create",
            "BerthBookingCreateService": ".berth_booking_create",
            "BerthRetrieveXUnitsParam": ".berth_retrieve",
            "CargoQueryParam": ".cargo_query",
            "CargoQueryWeightParam": ".cargo_query",
            "EquipmentParam": ".equipment",
            "FerryParam": ".ferry",
            "ManifestLineParam": ".manifest",
            "ManifestParam": ".manifest",
            "MoneyParam": ".money",
            "PositionParam": ".position",
            "RouteParam": ".route",
            "TankerParam": ".tanker",
            "TankerTankParam": ".tanker",
            "TugParam": ".tug",
            "VesselParam": ".vessel",
            "VesselFilterLengthParam": ".vessel_filter",
            "VesselFilterParam": ".vessel_filter",
            "VesselListExpandItem": ".vessel_list",
            "VesselTrackFormat": ".vessel_track",
        },
    )

__all__ = [
    "BerthBookingCreateContactParam",
    "BerthBookingCreateService",
    "BerthRetrieveXUnitsParam",
    "CargoQueryParam",
    "CargoQueryWeightParam",
    "EquipmentParam",
    "FerryParam",
    "ManifestLineParam",
    "ManifestParam",
    "MoneyParam",
    "PositionParam",
    "RouteParam",
    "TankerParam",
    "TankerTankParam",
    "TugParam",
    "VesselFilterLengthParam",
    "VesselFilterParam",
    "VesselListExpandItem",
    "VesselParam",
    "VesselTrackFormat",
]
