"""Response models of the API: `ParcelCreateWeighedPayload`."""

from __future__ import annotations

from .._runtime import BaseModel


class ParcelCreateWeighedPayload(BaseModel):
    grams: int
    notes: list[str] | None = None
