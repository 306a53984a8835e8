"""Request types of the API: `FreightParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import Literal, NotRequired

    from .. import models
    from .goods_size import GoodsSizeParam


class FreightParam(TypedDict):
    kind: Literal["freight"]
    grams: NotRequired[int]
    size: NotRequired[GoodsSizeParam | models.GoodsSize]
