"""Response models of the API: `V1Port`."""

from __future__ import annotations

from .._runtime import BaseModel


class V1Port(BaseModel):
    name: str | None = None
