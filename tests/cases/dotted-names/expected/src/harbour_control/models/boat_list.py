"""Response models of the API: `BoatList`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class BoatList(BaseModel):
    boats: list[models.Boat] | None = None
