"""Response models of the API: `Departure`."""

from __future__ import annotations

import datetime as dt

from .._runtime import BaseModel


class Departure(BaseModel):
    type: str
    at: dt.datetime | None = None
    imo: int | None = None
    bound_for: str | None = None
