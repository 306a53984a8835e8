"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .box import *
    from .carrier import *
    from .consignment import *
    from .contents import *
    from .freight import *
    from .goods_size import *
    from .letter import *
    from .v1_error import *
else:
    __getattr__, __dir__, __all__ = lazy_exports(
        __name__,
        {
            ".box": "BoxParam",
            ".carrier": "CarrierParam",
            ".consignment": "ConsignmentParam",
            ".contents": "ContentsParam",
            ".freight": "FreightParam",
            ".goods_size": "GoodsSizeParam",
            ".letter": "LetterParam",
            ".v1_error": "V1ErrorParam",
        },
    )
