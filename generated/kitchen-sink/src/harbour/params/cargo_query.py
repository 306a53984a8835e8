"""Request types of the API: `CargoQueryParam`, `CargoQueryWeightParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from ..models.cargo_query import CargoQueryWeight


class CargoQueryParam(TypedDict):
    text: NotRequired[str]
    weight: NotRequired[float | CargoQueryWeightParam | CargoQueryWeight]


class CargoQueryWeightParam(TypedDict):
    min: NotRequired[float]
    max: NotRequired[float]
