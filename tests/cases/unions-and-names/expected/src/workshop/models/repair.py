"""Response models of the API: `Repair`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class Repair(BaseModel):
    """Told from a loan by its `type`, though nothing says so."""

    type: Literal["repair"] | str
    parts: list[models.Part] | None = None
