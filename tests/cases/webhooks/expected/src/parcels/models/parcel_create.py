"""What the API answers with: `ParcelCreateWeighedPayload`."""

from __future__ import annotations

from .._runtime import Model


class ParcelCreateWeighedPayload(Model):
    grams: int
    notes: list[str] | None = None
