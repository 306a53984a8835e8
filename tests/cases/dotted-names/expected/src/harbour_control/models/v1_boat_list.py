"""Response models of the API: `V1BoatList`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class V1BoatList(BaseModel):
    boats: list[models.V1Boat] | None = None
