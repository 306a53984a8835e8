"""Response models of the API: `ClosedPayload`."""

from __future__ import annotations

from typing import Literal

from .._runtime import BaseModel


class ClosedPayload(BaseModel):
    type: Literal["account.closed"] | str
    id: str
    reason: str | None = None
