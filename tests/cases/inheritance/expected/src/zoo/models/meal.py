"""Response models of the API: `Meal`."""

from __future__ import annotations

from .._runtime import BaseModel


class Meal(BaseModel):
    food: str | None = None
    """Default: `"hay"`."""

    grams: int | None = None
