"""Request types of the API: `AnimalBaseParam`, `AnimalParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from .. import models
    from .bird import BirdParam
    from .cat import CatBaseParam
    from .lion import LionParam


class AnimalBaseParam(TypedDict):
    """Any animal of the zoo."""

    kind: str
    name: str
    mother: NotRequired[AnimalParam]


AnimalParam: TypeAlias = (
    "BirdParam | models.Bird | CatBaseParam | models.CatBase | LionParam | models.Lion | AnimalBaseParam | models.AnimalBase"
)
"""Any animal of the zoo."""
