"""Response models of the API: `Change`."""

from __future__ import annotations

from .._runtime import BaseModel


class Change(BaseModel):
    before: Change | None = None
    rename: str | None = None
