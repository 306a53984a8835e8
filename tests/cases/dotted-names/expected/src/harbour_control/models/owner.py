"""Response models of the API: `Owner`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Owner(BaseModel):
    name: str | None = None
    events: list[models.PeopleV1Event] | None = None
