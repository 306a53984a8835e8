"""Response models of the API: `Arrival`."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Arrival(BaseModel):
    type: str
    at: dt.datetime | None = None
    imo: int
    berth: models.Berth | None = None
