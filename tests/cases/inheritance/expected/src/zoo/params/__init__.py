"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .animal import AnimalBaseParam, AnimalParam, BirdParam, CatBaseParam, LionParam
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "AnimalBaseParam": ".animal",
            "AnimalParam": ".animal",
            "BirdParam": ".animal",
            "CatBaseParam": ".animal",
            "LionParam": ".animal",
        },
    )

__all__ = ["AnimalBaseParam", "AnimalParam", "BirdParam", "CatBaseParam", "LionParam"]
