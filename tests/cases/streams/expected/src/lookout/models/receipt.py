"""Response models of the API: `Receipt`."""

from __future__ import annotations

from .._runtime import BaseModel


class Receipt(BaseModel):
    number: int | None = None
    problem: str | None = None
