"""Response models of the API: `GoodsSize`."""

from __future__ import annotations

from .._runtime import BaseModel, IntOrFloat


class GoodsSize(BaseModel):
    width: IntOrFloat | None = None
    height: IntOrFloat | None = None
