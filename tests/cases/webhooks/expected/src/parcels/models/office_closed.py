"""Response models of the API: `OfficeClosedPayload`, `OfficeClosedPayloadHour`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from .._runtime import BaseModel

if TYPE_CHECKING:
    import datetime as dt


class OfficeClosedPayloadHour(BaseModel):
    from_: Annotated[dt.time | None, Field(alias="from")] = None


class OfficeClosedPayload(BaseModel):
    office: str | None = None
    hours: list[OfficeClosedPayloadHour] | None = None
