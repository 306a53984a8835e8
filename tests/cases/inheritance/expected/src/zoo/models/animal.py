"""What the API answers with: `Animal`, `AnimalBase`, `Bird`, `Cat`, `CatBase`,
`Lion`.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, TypeAlias

from .._runtime import Model, Variants


class AnimalBase(Model):
    """Any animal of the zoo."""

    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    kind: str
    name: str
    mother: Animal | None = None


class Bird(Model):
    """`Bird` of the API."""

    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    kind: str
    name: str
    mother: Animal | None = None
    wingspan: float | None = None


class CatBase(Model):
    """`CatBase` of the API."""

    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    kind: str
    name: str
    mother: Animal | None = None
    indoor: bool


class Lion(Model):
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
        "kind", {"Animal": AnimalBase, "Bird": Bird, "Cat": CatBase, "Lion": Lion}
    ),
]
"""Any animal of the zoo."""


Cat: TypeAlias = Annotated[
    Lion | CatBase, Variants("kind", {"Cat": CatBase, "Lion": Lion})
]
