"""Response models of the API: `Berth`, `BerthState`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime import BaseModel, IntOrFloat

if TYPE_CHECKING:
    from .. import models

BerthState: TypeAlias = Literal["free", "taken"]


class Berth(BaseModel):
    """A place to moor."""

    id: str
    depth: IntOrFloat
    """In metres."""

    quay: models.Quay | None = None
    state: BerthState | str | None = None
