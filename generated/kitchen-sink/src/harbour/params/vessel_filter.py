"""Request types of the API: `VesselFilterLengthParam`, `VesselFilterParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NotRequired

    from .. import models


class VesselFilterLengthParam(TypedDict):
    min: NotRequired[float]
    max: NotRequired[float]


class VesselFilterParam(TypedDict):
    name: NotRequired[str]
    length: NotRequired[VesselFilterLengthParam | models.VesselFilterLength]
    kinds: NotRequired[Sequence[models.VesselKind]]
