"""Response models of the API: `ShipListResponse`, `ShipListResponseData` and 1
more.
"""

from __future__ import annotations

from .._runtime import BaseModel


class ShipListResponseData(BaseModel):
    ships: list[str | None] | None = None


class ShipListResponseMeta(BaseModel):
    total_count: int | None = None


class ShipListResponse(BaseModel):
    data: ShipListResponseData | None = None
    meta: ShipListResponseMeta | None = None
