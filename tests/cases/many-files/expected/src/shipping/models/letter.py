"""Response models of the API: `Letter`."""

from __future__ import annotations

from typing import Literal

from .._runtime import BaseModel


class Letter(BaseModel):
    kind: Literal["letter"] | str
    pages: int | None = None
