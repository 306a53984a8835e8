"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .box import Box
    from .carrier import Carrier
    from .common_error import CommonError
    from .consignment import Consignment
    from .contents import Contents
    from .freight import Freight
    from .goods_size import GoodsSize
    from .letter import Letter
    from .v1_error import V1Error
    from .v1_size import V1Size
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "Box": ".box",
            "Carrier": ".carrier",
            "CommonError": ".common_error",
            "Consignment": ".consignment",
            "Contents": ".contents",
            "Freight": ".freight",
            "GoodsSize": ".goods_size",
            "Letter": ".letter",
            "V1Error": ".v1_error",
            "V1Size": ".v1_size",
        },
    )

__all__ = [
    "Box",
    "Carrier",
    "CommonError",
    "Consignment",
    "Contents",
    "Freight",
    "GoodsSize",
    "Letter",
    "V1Error",
    "V1Size",
]
