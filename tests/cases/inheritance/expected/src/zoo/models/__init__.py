"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .animal import Animal, AnimalBase, Bird, Cat, CatBase, Lion
    from .animals import Animals
    from .meal import Meal
    from .tracked import Tracked
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Animal": ".animal",
            "AnimalBase": ".animal",
            "Bird": ".animal",
            "Cat": ".animal",
            "CatBase": ".animal",
            "Lion": ".animal",
            "Animals": ".animals",
            "Meal": ".meal",
            "Tracked": ".tracked",
        },
    )

__all__ = [
    "Animal",
    "AnimalBase",
    "Animals",
    "Bird",
    "Cat",
    "CatBase",
    "Lion",
    "Meal",
    "Tracked",
]
