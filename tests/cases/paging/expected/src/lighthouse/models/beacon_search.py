"""Response models of the API: `BeaconSearchResponse`."""

from __future__ import annotations

from .._runtime import BaseModel
from .beacon import Beacon


class BeaconSearchResponse(BaseModel):
    beacons: list[Beacon] | None = None
    next_page_token: str | None = None
