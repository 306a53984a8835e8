"""What the API answers with: `Freight`."""

from __future__ import annotations

from .._runtime import BaseModel
from .goods_size import GoodsSize


class Freight(BaseModel):
    kind: str
    grams: int | None = None
    size: GoodsSize | None = None
