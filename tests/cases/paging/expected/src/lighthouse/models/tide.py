"""Response models of the API: `Tide`."""

from __future__ import annotations

from .._runtime import BaseModel, IntOrFloat


class Tide(BaseModel):
    height: IntOrFloat | None = None
