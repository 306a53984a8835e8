"""Response models of the API: `Berth`, `BerthService`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import BaseModel
from .position import Position
from .vessel import Vessel

BerthService: TypeAlias = Literal["tug", "pilot", "water"]


class Berth(BaseModel):
    quay: str
    number: int
    position: Position | None = None
    occupied_by: Vessel | None = None
    services: list[BerthService | str] | None = None
