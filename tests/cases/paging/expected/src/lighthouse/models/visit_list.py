"""Response models of the API: `VisitListResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    import datetime as dt


class VisitListResponse(BaseModel):
    visits: list[dt.date] | None = None
    next: str | None = None
