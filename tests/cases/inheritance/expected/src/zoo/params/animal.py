"""Request types of the API: `AnimalBaseParam`, `AnimalParam` and 3 more."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from ..models.animal import AnimalBase, Bird, CatBase, Lion


class AnimalBaseParam(TypedDict):
    """Any animal of the zoo."""

    kind: str
    name: str
    mother: NotRequired[AnimalParam]


AnimalParam: TypeAlias = (
    "BirdParam | Bird | CatBaseParam | CatBase | LionParam | Lion | AnimalBaseParam | AnimalBase"
)
"""Any animal of the zoo."""


class BirdParam(TypedDict):
    kind: str
    name: str
    mother: NotRequired[AnimalParam]
    wingspan: NotRequired[float]


class CatBaseParam(TypedDict):
    kind: str
    name: str
    mother: NotRequired[AnimalParam]
    indoor: bool


class LionParam(TypedDict):
    """A cat that is never indoor."""

    kind: str
    name: str
    mother: NotRequired[AnimalParam]
    indoor: bool
    pride: NotRequired[str]
