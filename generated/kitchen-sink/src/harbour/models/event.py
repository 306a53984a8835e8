"""Response models of the API: `Event`, `EventBase`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, TypeAlias

from .._runtime import BaseModel, Variants
from .arrival import Arrival
from .departure import Departure

__all__ = ["Event", "EventBase"]


class EventBase(BaseModel):
    type: str
    at: dt.datetime | None = None


Event: TypeAlias = Annotated[
    Arrival | Departure | EventBase,
    Variants(
        "type",
        {"Arrival": Arrival, "Departure": Departure, "Event": EventBase},
        default=EventBase,
    ),
]
