"""Response models of the API: `Arrival`."""

from __future__ import annotations

import datetime as dt

from .._runtime import BaseModel
from .berth import Berth


class Arrival(BaseModel):
    type: str
    at: dt.datetime | None = None
    imo: int
    berth: Berth | None = None
