"""Response models of the API: `File`."""

from __future__ import annotations

from .._runtime import BaseModel


class File(BaseModel):
    id: str | None = None
