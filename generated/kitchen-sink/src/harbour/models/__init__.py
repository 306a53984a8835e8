"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .arrival import Arrival
    from .berth import Berth, BerthService
    from .berth_booking_create import BerthBookingCreate422Error
    from .booking import Booking, BookingStatus
    from .booking_request import BookingRequest
    from .bulk import Bulk
    from .cargo import Cargo, Container
    from .cargo_query import CargoQuery, CargoQueryWeight
    from .country import Country
    from .decision import Decision
    from .departure import Departure
    from .equipment import Equipment
    from .event import Event, EventBase
    from .ferry import Ferry
    from .job import Job, JobPriority, JobState
    from .manifest import Manifest, ManifestLine, ManifestLineHazard
    from .money import Money
    from .movement import Movement
    from .position import Position
    from .problem import Problem, ProblemError
    from .receipt import Receipt
    from .route import Route
    from .size import Size
    from .tanker import Tanker, TankerTank
    from .tug import Tug
    from .vessel import Vessel
    from .vessel_base import VesselBase
    from .vessel_filter import VesselFilter, VesselFilterLength
    from .vessel_kind import VesselKind
    from .vessel_page import VesselPage
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Arrival": ".arrival",
            "Berth": ".berth",
            "BerthService": ".berth",
            "BerthBookingCreate422Error": ".berth_booking_create",
            "Booking": ".booking",
            "BookingStatus": ".booking",
            "BookingRequest": ".booking_request",
            "Bulk": ".bulk",
            "Cargo": ".cargo",
            "Container": ".cargo",
            "CargoQuery": ".cargo_query",
            "CargoQueryWeight": ".cargo_query",
            "Country": ".country",
            "Decision": ".decision",
            "Departure": ".departure",
            "Equipment": ".equipment",
            "Event": ".event",
            "EventBase": ".event",
            "Ferry": ".ferry",
            "Job": ".job",
            "JobPriority": ".job",
            "JobState": ".job",
            "Manifest": ".manifest",
            "ManifestLine": ".manifest",
            "ManifestLineHazard": ".manifest",
            "Money": ".money",
            "Movement": ".movement",
            "Position": ".position",
            "Problem": ".problem",
            "ProblemError": ".problem",
            "Receipt": ".receipt",
            "Route": ".route",
            "Size": ".size",
            "Tanker": ".tanker",
            "TankerTank": ".tanker",
            "Tug": ".tug",
            "Vessel": ".vessel",
            "VesselBase": ".vessel_base",
            "VesselFilter": ".vessel_filter",
            "VesselFilterLength": ".vessel_filter",
            "VesselKind": ".vessel_kind",
            "VesselPage": ".vessel_page",
        },
    )

__all__ = [
    "Arrival",
    "Berth",
    "BerthBookingCreate422Error",
    "BerthService",
    "Booking",
    "BookingRequest",
    "BookingStatus",
    "Bulk",
    "Cargo",
    "CargoQuery",
    "CargoQueryWeight",
    "Container",
    "Country",
    "Decision",
    "Departure",
    "Equipment",
    "Event",
    "EventBase",
    "Ferry",
    "Job",
    "JobPriority",
    "JobState",
    "Manifest",
    "ManifestLine",
    "ManifestLineHazard",
    "Money",
    "Movement",
    "Position",
    "Problem",
    "ProblemError",
    "Receipt",
    "Route",
    "Size",
    "Tanker",
    "TankerTank",
    "Tug",
    "Vessel",
    "VesselBase",
    "VesselFilter",
    "VesselFilterLength",
    "VesselKind",
    "VesselPage",
]
