"""Response models of the API: `Receipt`."""

from __future__ import annotations

from .._runtime import Base64Bytes, BaseModel


class Receipt(BaseModel):
    number: int
    stamp: Base64Bytes | None = None
