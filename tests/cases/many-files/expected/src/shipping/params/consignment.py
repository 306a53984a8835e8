"""Request types of the API: `ConsignmentParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NotRequired
    from uuid import UUID

    from .. import models
    from .box import BoxParam
    from .carrier import CarrierParam
    from .contents import ContentsParam


class ConsignmentParam(TypedDict):
    id: UUID | str
    carrier: NotRequired[CarrierParam | models.Carrier]
    within: NotRequired[ConsignmentParam | models.Consignment]
    contents: Sequence[ContentsParam]
    label: NotRequired[object]
    box: NotRequired[BoxParam | models.Box]
