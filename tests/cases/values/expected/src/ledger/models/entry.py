"""Response models of the API: `Entry`."""

from __future__ import annotations

import datetime as dt

from .._runtime import (
    Base64UrlBytes,
    BaseModel,
    DecimalNumber,
    DecimalString,
    IntOrFloat,
    ISODuration,
    PaddedBase64UrlBytes,
)
from .line import Line
from .note import Note


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
    lines: list[Line] | None = None
    terms: Line | Note | None = None
