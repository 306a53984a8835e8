"""Response models of the API: `Drill`, `DrillChuck`, `DrillSpareChuck`."""

from __future__ import annotations

from .._runtime import BaseModel, IntOrFloat


class DrillChuck(BaseModel):
    size: IntOrFloat | None = None


class DrillSpareChuck(BaseModel):
    size: IntOrFloat | None = None


class Drill(BaseModel):
    kind: str
    voltage: int | None = None
    chuck: DrillChuck | None = None
    spare_chuck: DrillSpareChuck | None = None
