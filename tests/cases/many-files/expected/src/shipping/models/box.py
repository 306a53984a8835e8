"""Response models of the API: `Box`."""

from __future__ import annotations

from .._runtime import BaseModel
from .v1_error import V1Error
from .v1_size import V1Size


class Box(BaseModel):
    size: V1Size | str | None = None
    error: V1Error | None = None
