"""Response models of the API: `Equipment`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Equipment(BaseModel):
    """A tree of what is on board."""

    name: str
    parts: list[Equipment] | None = None
    data: Any = None
    size: models.Size | str | None = None
