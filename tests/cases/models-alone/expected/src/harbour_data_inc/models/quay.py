"""Response models of the API: `Quay`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Quay(BaseModel):
    name: str
    berths: list[models.Berth] | None = None
