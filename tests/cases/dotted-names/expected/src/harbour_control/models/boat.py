"""Response models of the API: `Boat`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Boat(BaseModel):
    name: str
    owner: models.Owner | None = None
    events: list[models.HarbourV1Event] | None = None
