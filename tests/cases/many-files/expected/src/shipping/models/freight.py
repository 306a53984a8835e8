"""Response models of the API: `Freight`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Freight(BaseModel):
    kind: Literal["freight"] | str
    grams: int | None = None
    size: models.GoodsSize | None = None
