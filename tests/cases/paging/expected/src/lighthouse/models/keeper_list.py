"""Response models of the API: `KeeperListResponse`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class KeeperListResponse(BaseModel):
    data: list[models.Keeper]
    has_more: bool
