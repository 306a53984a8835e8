"""Response models of the API: `Attachment`."""

from __future__ import annotations

from .._runtime import Base64Bytes, BaseModel


class Attachment(BaseModel):
    id: int
    checksum: Base64Bytes | None = None
    size: int | None = None
