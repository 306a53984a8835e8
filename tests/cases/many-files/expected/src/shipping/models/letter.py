"""What the API answers with: `Letter`."""

from __future__ import annotations

from .._runtime import BaseModel


class Letter(BaseModel):
    kind: str
    pages: int | None = None
