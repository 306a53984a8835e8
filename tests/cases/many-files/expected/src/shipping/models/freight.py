"""Response models of the API: `Freight`."""

from __future__ import annotations

from typing import Literal

from .._runtime import BaseModel
from .goods_size import GoodsSize


class Freight(BaseModel):
    kind: Literal["freight"] | str
    grams: int | None = None
    size: GoodsSize | None = None
