"""Response models of the API: `Equipment`."""

from __future__ import annotations

from typing import Any

from .._runtime import BaseModel
from .size import Size


class Equipment(BaseModel):
    """A tree of what is on board."""

    name: str
    parts: list[Equipment] | None = None
    data: Any = None
    size: Size | str | None = None
