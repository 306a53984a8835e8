"""Response models of the API: `Secret`."""

from __future__ import annotations

from .._runtime import BaseModel


class Secret(BaseModel):
    value: str | None = None
