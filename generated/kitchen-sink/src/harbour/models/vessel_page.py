"""Response models of the API: `VesselPage`."""

from __future__ import annotations

from .._runtime import BaseModel
from .vessel import Vessel


class VesselPage(BaseModel):
    data: list[Vessel]
    has_more: bool
    facets: dict[str, dict[str, int]] | None = None
