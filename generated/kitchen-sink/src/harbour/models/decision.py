"""Response models of the API: `Decision`."""

from __future__ import annotations

from .._runtime import BaseModel


class Decision(BaseModel):
    accepted: bool
    reasons: list[str] | None = None
