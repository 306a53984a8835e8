"""Response models of the API: `Sighting`."""

from __future__ import annotations

import datetime as dt

from .._runtime import BaseModel


class Sighting(BaseModel):
    what: str
    seen: dt.datetime | None = None
