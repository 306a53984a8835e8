"""Response models of the API: `V1Owner`."""

from __future__ import annotations

from .._runtime import BaseModel
from .people_v1_event import PeopleV1Event


class V1Owner(BaseModel):
    name: str | None = None
    events: list[PeopleV1Event] | None = None
