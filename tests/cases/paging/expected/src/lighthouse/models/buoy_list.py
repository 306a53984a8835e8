"""Response models of the API: `BuoyListResponse`."""

from __future__ import annotations

from .._runtime import BaseModel


class BuoyListResponse(BaseModel):
    buoys: list[str] | None = None
