"""What the API answers with: `File`."""

from __future__ import annotations

from .._runtime import Model


class File(Model):
    id: str | None = None
