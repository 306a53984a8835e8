"""Response models of the API: `Animal`, `AnimalBase`, `Bird`, `Cat` and 2 more."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, TypeAlias

from .._runtime import BaseModel, IntOrFloat, Variants


class AnimalBase(BaseModel):
    """Any animal of the zoo."""

    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    kind: str
    name: str
    mother: Animal | None = None


class Bird(BaseModel):
    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    kind: str
    name: str
    mother: Animal | None = None
    wingspan: IntOrFloat | None = None


class CatBase(BaseModel):
    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    kind: str
    name: str
    mother: Animal | None = None
    indoor: bool


class Lion(BaseModel):
    """A cat that is never indoor."""

    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    kind: str
    name: str
    mother: Animal | None = None
    indoor: bool
    pride: str | None = None


Animal: TypeAlias = Annotated[
    Bird | CatBase | Lion | AnimalBase,
    Variants(
        "kind",
        {"Animal": AnimalBase, "Bird": Bird, "Cat": CatBase, "Lion": Lion},
        default=AnimalBase,
    ),
]
"""Any animal of the zoo."""


Cat: TypeAlias = Annotated[
    Lion | CatBase, Variants("kind", {"Cat": CatBase, "Lion": Lion}, default=CatBase)
]
