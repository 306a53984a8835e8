"""Response models of the API: `OfficeClosedPayload`, `OfficeClosedPayloadHour`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime import BaseModel


class OfficeClosedPayloadHour(BaseModel):
    from_: Annotated[dt.time | None, Field(alias="from")] = None


class OfficeClosedPayload(BaseModel):
    office: str | None = None
    hours: list[OfficeClosedPayloadHour] | None = None
