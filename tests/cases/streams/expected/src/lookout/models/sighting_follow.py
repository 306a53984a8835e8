"""Response models of the API: `SightingFollowResponse` and 1 more."""

from __future__ import annotations

from typing import Literal, TypeAlias

from .._runtime import BaseModel
from .sighting import Sighting

SightingFollowResponseEvent: TypeAlias = Literal["vessel", "bird"]


class SightingFollowResponse(BaseModel):
    event: SightingFollowResponseEvent | str | None = None
    id: str | None = None
    data: Sighting
