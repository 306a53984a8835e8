"""Response models of the API: `SightingFollowResponse` and 1 more."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from .._runtime import BaseModel

if TYPE_CHECKING:
    from .. import models

SightingFollowResponseEvent: TypeAlias = Literal["vessel", "bird"]


class SightingFollowResponse(BaseModel):
    event: SightingFollowResponseEvent | str | None = None
    id: str | None = None
    data: models.Sighting
