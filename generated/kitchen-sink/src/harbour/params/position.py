"""Request types of the API: `PositionParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from typing import NotRequired


class PositionParam(TypedDict):
    """A place on Earth, in degrees."""

    latitude: float
    longitude: float
    depth: NotRequired[float]
