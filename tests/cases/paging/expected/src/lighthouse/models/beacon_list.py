"""Response models of the API: `BeaconList`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .beacon import Beacon


class BeaconList(BaseModel):
    items: list[Beacon]
    next_cursor: str | None = None
