"""Request types of the API: `BirdParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired

    from .animal import AnimalParam


class BirdParam(TypedDict):
    kind: str
    name: str
    mother: NotRequired[AnimalParam]
    wingspan: NotRequired[float]
