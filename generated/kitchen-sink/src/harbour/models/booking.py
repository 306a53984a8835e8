"""Response models of the API: `Booking`, `BookingStatus`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class BookingStatus(BaseModel):
    code: int
    text: str | None = None


class Booking(BaseModel):
    imo: int
    from_: Annotated[dt.datetime, Field(alias="from")]
    until: dt.datetime | None = None
    deposit: models.Money | None = None
    id: str
    berth: models.Berth
    status: BookingStatus
