"""Response models of the API: `V1BoatList`."""

from __future__ import annotations

from .._runtime import BaseModel
from .v1_boat import V1Boat


class V1BoatList(BaseModel):
    boats: list[V1Boat] | None = None
