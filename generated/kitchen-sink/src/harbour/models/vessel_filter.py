"""Response models of the API: `VesselFilter`, `VesselFilterLength`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel, IntOrFloat

if TYPE_CHECKING:
    from .. import models


class VesselFilterLength(BaseModel):
    min: IntOrFloat | None = None
    max: IntOrFloat | None = None


class VesselFilter(BaseModel):
    name: str | None = None
    length: VesselFilterLength | None = None
    kinds: list[models.VesselKind | str] | None = None
