"""Response models of the API: `User`."""

from __future__ import annotations

from typing import Any, Literal

from .._runtime import BaseModel, IntOrFloat


class User(BaseModel):
    id: int
    score: IntOrFloat | None = None
    tags: list[Any] | None = None
    address: Any = None
    settings: Any = None
    kind: Literal["a"] | str | None = None
