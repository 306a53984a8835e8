"""Request types of the API: `VesselFilterLengthParam`, `VesselFilterParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NotRequired

    from ..models.vessel_filter import VesselFilterLength
    from ..models.vessel_kind import VesselKind


class VesselFilterLengthParam(TypedDict):
    min: NotRequired[float]
    max: NotRequired[float]


class VesselFilterParam(TypedDict):
    name: NotRequired[str]
    length: NotRequired[VesselFilterLengthParam | VesselFilterLength]
    kinds: NotRequired[Sequence[VesselKind]]
