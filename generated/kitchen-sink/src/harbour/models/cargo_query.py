"""Response models of the API: `CargoQuery`, `CargoQueryWeight`."""

from __future__ import annotations

from .._runtime import BaseModel, IntOrFloat


class CargoQueryWeight(BaseModel):
    min: IntOrFloat | None = None
    max: IntOrFloat | None = None


class CargoQuery(BaseModel):
    text: str | None = None
    weight: IntOrFloat | CargoQueryWeight | None = None
