"""Request types of the API: `CargoQueryParam`, `CargoQueryWeightParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from .. import models


class CargoQueryParam(TypedDict):
    text: NotRequired[str]
    weight: NotRequired[float | CargoQueryWeightParam | models.CargoQueryWeight]


class CargoQueryWeightParam(TypedDict):
    min: NotRequired[float]
    max: NotRequired[float]
