"""Response models of the API: `BeaconList`."""

from __future__ import annotations

from .._runtime import BaseModel
from .beacon import Beacon


class BeaconList(BaseModel):
    items: list[Beacon]
    next_cursor: str | None = None
