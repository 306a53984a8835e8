"""Response models of the API: `Record`."""

from __future__ import annotations

from .._runtime import BaseModel


class Record(BaseModel):
    id: str
    year: int | None = None
