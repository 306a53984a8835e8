"""Response models of the API: `Tide`."""

from __future__ import annotations

from .._runtime import BaseModel


class Tide(BaseModel):
    height: float | None = None
