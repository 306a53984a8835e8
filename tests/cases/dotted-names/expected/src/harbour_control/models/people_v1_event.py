"""Response models of the API: `PeopleV1Event`."""

from __future__ import annotations

from .._runtime import BaseModel


class PeopleV1Event(BaseModel):
    text: str | None = None
