"""Response models of the API: `Entry`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from .._runtime import (
    Base64UrlBytes,
    BaseModel,
    DecimalNumber,
    DecimalString,
    IntOrFloat,
    ISODuration,
    PaddedBase64UrlBytes,
)

if TYPE_CHECKING:
    from .. import models


class Entry(BaseModel):
    amount: DecimalString
    """The amount with its currency's digits."""

    rate: DecimalNumber | None = None
    share: IntOrFloat | None = None
    booked: dt.date
    seal: Base64UrlBytes | None = None
    mark: PaddedBase64UrlBytes | None = None
    pause: ISODuration | None = None
    price: IntOrFloat | str | None = None
    due: dt.date | dt.datetime | None = None
    lines: list[models.Line] | None = None
    terms: models.Line | models.Note | None = None
