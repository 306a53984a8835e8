"""Response models of the API: `ThingV1Snake`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class ThingV1Snake(BaseModel):
    other: models.ThingV1Dotted | None = None
