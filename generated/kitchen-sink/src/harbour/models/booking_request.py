"""Response models of the API: `BookingRequest`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime import BaseModel
from .money import Money


class BookingRequest(BaseModel):
    imo: int
    from_: Annotated[dt.datetime, Field(alias="from")]
    until: dt.datetime | None = None
    deposit: Money | None = None
