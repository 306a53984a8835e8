"""Response models of the API: `Tracked`."""

from __future__ import annotations

import datetime as dt

from .._runtime import BaseModel


class Tracked(BaseModel):
    created: dt.datetime | None = None
    changed: dt.datetime | None = None
