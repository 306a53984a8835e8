"""What the API answers with: `OfficeClosedPayload`, `OfficeClosedPayloadHour`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime import Model


class OfficeClosedPayload(Model):
    office: str | None = None
    hours: list[OfficeClosedPayloadHour] | None = None


class OfficeClosedPayloadHour(Model):
    from_: Annotated[dt.time | None, Field(alias="from")] = None
