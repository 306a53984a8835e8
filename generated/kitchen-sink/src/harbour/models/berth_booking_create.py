"""Response models of the API: `BerthBookingCreateUnprocessableError`."""

from __future__ import annotations

from .._runtime import BaseModel, IntOrFloat


class BerthBookingCreateUnprocessableError(BaseModel):
    longest: IntOrFloat
    """Length of the longest berth in metres."""
