"""What the API answers with: `Attachment`."""

from __future__ import annotations

from .._runtime import Base64Bytes, Model


class Attachment(Model):
    """`Attachment` of the API."""

    id: int
    checksum: Base64Bytes | None = None
    size: int | None = None
