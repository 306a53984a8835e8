"""Response models of the API: `Cat`, `CatBase`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Annotated, TypeAlias

from .._runtime import BaseModel, Variants
from .lion import Lion

if TYPE_CHECKING:
    from .. import models

__all__ = ["Cat", "CatBase"]


class CatBase(BaseModel):
    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    kind: str
    name: str
    mother: models.Animal | None = None
    indoor: bool


Cat: TypeAlias = Annotated[
    Lion | CatBase, Variants("kind", {"Cat": CatBase, "Lion": Lion}, default=CatBase)
]
