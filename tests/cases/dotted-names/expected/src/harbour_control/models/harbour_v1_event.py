"""Response models of the API: `HarbourV1Event`."""

from __future__ import annotations

import datetime as dt

from .._runtime import BaseModel


class HarbourV1Event(BaseModel):
    time: dt.datetime | None = None
