"""Response models of the API: `Bird`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from .._runtime import BaseModel, IntOrFloat

if TYPE_CHECKING:
    from .. import models


class Bird(BaseModel):
    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    kind: str
    name: str
    mother: models.Animal | None = None
    wingspan: IntOrFloat | None = None
