"""What the API answers with: `Meal`."""

from __future__ import annotations

from .._runtime import Model


class Meal(Model):
    """`Meal` of the API."""

    food: str | None = None
    """Default: `"hay"`."""

    grams: int | None = None
