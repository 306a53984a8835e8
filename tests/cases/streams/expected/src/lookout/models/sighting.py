"""Response models of the API: `Sighting`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    import datetime as dt


class Sighting(BaseModel):
    what: str
    seen: dt.datetime | None = None
