"""Response models of the API: `Manifest`, `ManifestLine`, `ManifestLineHazard`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import BaseModel, IntOrFloat

ManifestLineHazard: TypeAlias = Literal["fire", "poison"]


class ManifestLine(BaseModel):
    description: str
    weight: IntOrFloat
    hazard: ManifestLineHazard | str | None = None


class Manifest(BaseModel):
    lines: list[ManifestLine]
    weights: dict[str, IntOrFloat] | None = None
