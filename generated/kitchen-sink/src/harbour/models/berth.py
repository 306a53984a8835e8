"""Response models of the API: `Berth`, `BerthService`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models

BerthService: TypeAlias = Literal["tug", "pilot", "water"]


class Berth(BaseModel):
    quay: str
    number: int
    position: models.Position | None = None
    occupied_by: models.Vessel | None = None
    services: list[BerthService | str] | None = None
