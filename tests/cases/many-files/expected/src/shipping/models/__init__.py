"""Response models of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .box import *
    from .carrier import *
    from .common_error import *
    from .consignment import *
    from .contents import *
    from .freight import *
    from .goods_size import *
    from .letter import *
    from .v1_error import *
    from .v1_size import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".box": "Box",
            ".carrier": "Carrier",
            ".common_error": "CommonError",
            ".consignment": "Consignment",
            ".contents": "Contents",
            ".freight": "Freight",
            ".goods_size": "GoodsSize",
            ".letter": "Letter",
            ".v1_error": "V1Error",
            ".v1_size": "V1Size",
        },
    )
