"""Response models of the API: `Beacon`."""

from __future__ import annotations

from .._runtime import BaseModel


class Beacon(BaseModel):
    id: str
