"""Response models of the API: `Size`."""

from __future__ import annotations

from .._runtime import BaseModel


class Size(BaseModel):
    width: int
    height: int | None = None
