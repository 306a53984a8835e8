"""Response models of the API: `Saw`."""

from __future__ import annotations

from typing import Literal

from .._runtime import BaseModel


class Saw(BaseModel):
    kind: Literal["saw"] | str
    teeth: int
