"""Response models of the API: `FailedResponse`."""

from __future__ import annotations

from .._runtime import BaseModel


class FailedResponse(BaseModel):
    message: str | None = None
