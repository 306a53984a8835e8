"""Response models of the API: `Booking`."""

from __future__ import annotations

from .._runtime import BaseModel


class Booking(BaseModel):
    passenger: str
    car: bool | None = None
