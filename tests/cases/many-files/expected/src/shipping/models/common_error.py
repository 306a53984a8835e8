"""Response models of the API: `CommonError`."""

from __future__ import annotations

from .._runtime import BaseModel


class CommonError(BaseModel):
    message: str | None = None
