"""Response models of the API: `CargoQuery`, `CargoQueryWeight`."""

from __future__ import annotations

from .._runtime import BaseModel


class CargoQueryWeight(BaseModel):
    min: float | None = None
    max: float | None = None


class CargoQuery(BaseModel):
    text: str | None = None
    weight: float | CargoQueryWeight | None = None
