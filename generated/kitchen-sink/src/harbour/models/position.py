"""Response models of the API: `Position`."""

from __future__ import annotations

from .._runtime import BaseModel


class Position(BaseModel):
    """A place on Earth, in degrees."""

    latitude: float
    longitude: float
    depth: float | None = None
