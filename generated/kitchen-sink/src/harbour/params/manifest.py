"""Request types of the API: `ManifestLineParam`, `ManifestParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from typing import NotRequired

    from .. import models


class ManifestLineParam(TypedDict):
    description: str
    weight: float
    hazard: NotRequired[models.ManifestLineHazard | None]


class ManifestParam(TypedDict):
    lines: Sequence[ManifestLineParam | models.ManifestLine]
    weights: NotRequired[Mapping[str, float]]
