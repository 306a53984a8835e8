"""What the API answers with: `Parcel`."""

from __future__ import annotations

from .._runtime import Model


class Parcel(Model):
    number: str
    secret: str | None = None
    weight: int | None = None
    """In grams."""
