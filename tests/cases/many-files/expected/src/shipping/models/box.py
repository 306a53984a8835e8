"""Response models of the API: `Box`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Box(BaseModel):
    size: models.V1Size | str | None = None
    error: models.V1Error | None = None
