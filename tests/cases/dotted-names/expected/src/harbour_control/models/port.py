"""Response models of the API: `Port`."""

from __future__ import annotations

from .._runtime import BaseModel


class Port(BaseModel):
    name: str | None = None
