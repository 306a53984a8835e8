"""Response models of the API: `KeeperListResponse`."""

from __future__ import annotations

from .._runtime import BaseModel
from .keeper import Keeper


class KeeperListResponse(BaseModel):
    data: list[Keeper]
    has_more: bool
