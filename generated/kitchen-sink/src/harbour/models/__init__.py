"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .arrival import *
    from .berth import *
    from .berth_booking_create import *
    from .booking import *
    from .booking_request import *
    from .bulk import *
    from .cargo import *
    from .cargo_query import *
    from .container import *
    from .country import *
    from .decision import *
    from .departure import *
    from .equipment import *
    from .event import *
    from .ferry import *
    from .job import *
    from .manifest import *
    from .money import *
    from .movement import *
    from .position import *
    from .problem import *
    from .receipt import *
    from .route import *
    from .size import *
    from .tanker import *
    from .tug import *
    from .vessel import *
    from .vessel_base import *
    from .vessel_filter import *
    from .vessel_kind import *
    from .vessel_page import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".arrival": "Arrival",
            ".berth": "Berth BerthService",
            ".berth_booking_create": "BerthBookingCreateUnprocessableError",
            ".booking": "Booking BookingStatus",
            ".booking_request": "BookingRequest",
            ".bulk": "Bulk",
            ".cargo": "Cargo",
            ".cargo_query": "CargoQuery CargoQueryWeight",
            ".container": "Container",
            ".country": "Country",
            ".decision": "Decision",
            ".departure": "Departure",
            ".equipment": "Equipment",
            ".event": "Event EventBase",
            ".ferry": "Ferry",
            ".job": "Job JobPriority JobState",
            ".manifest": "Manifest ManifestLine ManifestLineHazard",
            ".money": "Money",
            ".movement": "Movement",
            ".position": "Position",
            ".problem": "Problem ProblemError",
            ".receipt": "Receipt",
            ".route": "Route",
            ".size": "Size",
            ".tanker": "Tanker TankerTank",
            ".tug": "Tug",
            ".vessel": "Vessel",
            ".vessel_base": "VesselBase",
            ".vessel_filter": "VesselFilter VesselFilterLength",
            ".vessel_kind": "VesselKind",
            ".vessel_page": "VesselPage",
        },
    )
