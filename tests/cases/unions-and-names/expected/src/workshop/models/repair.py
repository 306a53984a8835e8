"""Response models of the API: `Repair`."""

from __future__ import annotations

from typing import Literal

from .._runtime import BaseModel
from .part import Part


class Repair(BaseModel):
    """Told from a loan by its `type`, though nothing says so."""

    type: Literal["repair"] | str
    parts: list[Part] | None = None
