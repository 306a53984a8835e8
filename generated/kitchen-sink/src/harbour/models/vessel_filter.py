"""Response models of the API: `VesselFilter`, `VesselFilterLength`."""

from __future__ import annotations

from .._runtime import BaseModel, IntOrFloat
from .vessel_kind import VesselKind


class VesselFilterLength(BaseModel):
    min: IntOrFloat | None = None
    max: IntOrFloat | None = None


class VesselFilter(BaseModel):
    name: str | None = None
    length: VesselFilterLength | None = None
    kinds: list[VesselKind | str] | None = None
