"""Response models of the API: `BerthBookingCreate422Error`."""

from __future__ import annotations

from .._runtime import BaseModel, IntOrFloat


class BerthBookingCreate422Error(BaseModel):
    longest: IntOrFloat
    """Length of the longest berth in metres."""
