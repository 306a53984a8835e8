"""Response models of the API: `Parcel`."""

from __future__ import annotations

from .._runtime import BaseModel


class Parcel(BaseModel):
    number: str
    secret: str | None = None
    weight: int | None = None
    """In grams."""
