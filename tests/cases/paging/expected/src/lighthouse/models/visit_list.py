"""Response models of the API: `VisitListResponse`."""

from __future__ import annotations

import datetime as dt

from .._runtime import BaseModel


class VisitListResponse(BaseModel):
    visits: list[dt.date] | None = None
    next: str | None = None
