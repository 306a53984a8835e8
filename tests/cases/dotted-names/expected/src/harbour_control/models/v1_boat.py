"""Response models of the API: `V1Boat`."""

from __future__ import annotations

from .._runtime import BaseModel
from .harbour_v1_event import HarbourV1Event
from .v1_owner import V1Owner


class V1Boat(BaseModel):
    name: str
    owner: V1Owner | None = None
    events: list[HarbourV1Event] | None = None
