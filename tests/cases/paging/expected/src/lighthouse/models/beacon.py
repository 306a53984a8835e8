"""What the API answers with: `Beacon`."""

from __future__ import annotations

from .._runtime import BaseModel


class Beacon(BaseModel):
    id: str
