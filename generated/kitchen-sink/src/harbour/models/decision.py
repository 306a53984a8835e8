"""What the API answers with: `Decision`."""

from __future__ import annotations

from .._runtime import BaseModel


class Decision(BaseModel):
    accepted: bool
    reasons: list[str] | None = None
