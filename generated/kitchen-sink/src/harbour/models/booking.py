"""Response models of the API: `Booking`, `BookingStatus`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime import BaseModel
from .berth import Berth
from .money import Money


class BookingStatus(BaseModel):
    code: int
    text: str | None = None


class Booking(BaseModel):
    imo: int
    from_: Annotated[dt.datetime, Field(alias="from")]
    until: dt.datetime | None = None
    deposit: Money | None = None
    id: str
    berth: Berth
    status: BookingStatus
