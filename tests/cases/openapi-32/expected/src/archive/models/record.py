"""What the API answers with: `Record`."""

from __future__ import annotations

from .._runtime import BaseModel


class Record(BaseModel):
    id: str
    year: int | None = None
