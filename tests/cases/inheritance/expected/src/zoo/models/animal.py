"""Response models of the API: `Animal`, `AnimalBase`."""

from __future__ import annotations

import datetime as dt
from typing import Annotated, TypeAlias

from .._runtime import BaseModel, Variants
from .bird import Bird
from .cat import CatBase
from .lion import Lion

__all__ = ["Animal", "AnimalBase"]


class AnimalBase(BaseModel):
    """Any animal of the zoo."""

    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    kind: str
    name: str
    mother: Animal | None = None


Animal: TypeAlias = Annotated[
    Bird | CatBase | Lion | AnimalBase,
    Variants(
        "kind",
        {"Animal": AnimalBase, "Bird": Bird, "Cat": CatBase, "Lion": Lion},
        default=AnimalBase,
    ),
]
"""Any animal of the zoo."""
