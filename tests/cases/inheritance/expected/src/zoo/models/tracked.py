"""Response models of the API: `Tracked`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    import datetime as dt


class Tracked(BaseModel):
    created: dt.datetime | None = None
    changed: dt.datetime | None = None
