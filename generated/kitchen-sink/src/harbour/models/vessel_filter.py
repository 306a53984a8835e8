"""Response models of the API: `VesselFilter`, `VesselFilterLength`."""

from __future__ import annotations

from .._runtime import BaseModel
from .vessel_kind import VesselKind


class VesselFilterLength(BaseModel):
    min: float | None = None
    max: float | None = None


class VesselFilter(BaseModel):
    name: str | None = None
    length: VesselFilterLength | None = None
    kinds: list[VesselKind | str] | None = None
