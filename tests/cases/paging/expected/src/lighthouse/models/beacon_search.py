"""Response models of the API: `BeaconSearchResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class BeaconSearchResponse(BaseModel):
    beacons: list[models.Beacon] | None = None
    next_page_token: str | None = None
