"""Response models of the API: `Berth`, `BerthState`, `Quay`."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import BaseModel, IntOrFloat

BerthState: TypeAlias = Literal["free", "taken"]


class Berth(BaseModel):
    """A place to moor."""

    id: str
    depth: IntOrFloat
    """In metres."""

    quay: Quay | None = None
    state: BerthState | str | None = None


class Quay(BaseModel):
    name: str
    berths: list[Berth] | None = None
