"""Request types of the API."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import lazy_exports

if TYPE_CHECKING:
    from .box import BoxParam
    from .carrier import CarrierParam
    from .consignment import ConsignmentParam
    from .contents import ContentsParam
    from .freight import FreightParam
    from .goods_size import GoodsSizeParam
    from .letter import LetterParam
    from .v1_error import V1ErrorParam
else:
    __getattr__, __dir__ = lazy_exports(
        __name__,
        {
            "BoxParam": ".box",
            "CarrierParam": ".carrier",
            "ConsignmentParam": ".consignment",
            "ContentsParam": ".contents",
            "FreightParam": ".freight",
            "GoodsSizeParam": ".goods_size",
            "LetterParam": ".letter",
            "V1ErrorParam": ".v1_error",
        },
    )

__all__ = [
    "BoxParam",
    "CarrierParam",
    "ConsignmentParam",
    "ContentsParam",
    "FreightParam",
    "GoodsSizeParam",
    "LetterParam",
    "V1ErrorParam",
]
