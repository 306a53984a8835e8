"""Response models of the API: `VesselPage`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models


class VesselPage(BaseModel):
    data: list[models.Vessel]
    has_more: bool
    facets: dict[str, dict[str, int]] | None = None
