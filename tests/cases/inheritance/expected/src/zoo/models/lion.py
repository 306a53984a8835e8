"""Response models of the API: `Lion`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Lion(BaseModel):
    """A cat that is never indoor."""

    created: dt.datetime | None = None
    changed: dt.datetime | None = None
    kind: str
    name: str
    mother: models.Animal | None = None
    indoor: bool
    pride: str | None = None
