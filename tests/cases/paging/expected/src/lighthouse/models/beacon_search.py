"""Response models of the API: `BeaconSearchResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .beacon import Beacon


class BeaconSearchResponse(BaseModel):
    beacons: list[Beacon] | None = None
    next_page_token: str | None = None
