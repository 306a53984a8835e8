"""Response models of the API: `Map`."""

from __future__ import annotations

from .._runtime import BaseModel


class Map(BaseModel):
    title: str
