"""Response models of the API: `Storm`."""

from __future__ import annotations

from .._runtime import BaseModel


class Storm(BaseModel):
    name: str | None = None
