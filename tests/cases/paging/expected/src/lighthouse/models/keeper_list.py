"""Response models of the API: `KeeperListResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .keeper import Keeper


class KeeperListResponse(BaseModel):
    data: list[Keeper]
    has_more: bool
