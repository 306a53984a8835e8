"""Request types of the API: `BoxParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from .. import models
    from .v1_error import V1ErrorParam


class BoxParam(TypedDict):
    size: NotRequired[models.V1Size]
    error: NotRequired[V1ErrorParam | models.V1Error]
