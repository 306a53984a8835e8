"""Response models of the API: `Line`."""

from __future__ import annotations

import datetime as dt

from .._runtime import BaseModel


class Line(BaseModel):
    on: dt.date | None = None
    inner: Line | None = None
    pairs: tuple[dt.date, str] | None = None
