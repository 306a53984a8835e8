"""Response models of the API: `V1Error`."""

from __future__ import annotations

from .._runtime import BaseModel


class V1Error(BaseModel):
    code: int | None = None
