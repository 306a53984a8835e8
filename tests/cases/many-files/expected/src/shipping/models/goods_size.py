"""Response models of the API: `GoodsSize`."""

from __future__ import annotations

from .._runtime import BaseModel


class GoodsSize(BaseModel):
    width: float | None = None
    height: float | None = None
