"""Response models of the API: `Error`."""

from __future__ import annotations

from .._runtime import BaseModel


class Error(BaseModel):
    code: int | None = None
    message: str | None = None
