"""Response models of the API: `BookingRequest`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class BookingRequest(BaseModel):
    imo: int
    from_: Annotated[dt.datetime, Field(alias="from")]
    until: dt.datetime | None = None
    deposit: models.Money | None = None
