"""Response models of the API: `Position`."""

from __future__ import annotations

from .._runtime import BaseModel, IntOrFloat


class Position(BaseModel):
    """A place on Earth, in degrees."""

    latitude: IntOrFloat
    longitude: IntOrFloat
    depth: IntOrFloat | None = None
