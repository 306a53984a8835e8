"""Response models of the API: `BeaconList`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class BeaconList(BaseModel):
    items: list[models.Beacon]
    next_cursor: str | None = None
