"""Request types of the API: `ManifestLineParam`, `ManifestParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import NotRequired

    from ..models.manifest import ManifestLine, ManifestLineHazard


class ManifestLineParam(TypedDict):
    description: str
    weight: float
    hazard: NotRequired[ManifestLineHazard | None]


class ManifestParam(TypedDict):
    lines: Sequence[ManifestLineParam | ManifestLine]
    weights: NotRequired[Mapping[str, float]]
