"""Request types of the API: `BoxParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from ..models.v1_error import V1Error
    from ..models.v1_size import V1Size
    from .v1_error import V1ErrorParam


class BoxParam(TypedDict):
    size: NotRequired[V1Size]
    error: NotRequired[V1ErrorParam | V1Error]
