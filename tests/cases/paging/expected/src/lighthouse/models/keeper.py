"""Response models of the API: `Keeper`."""

from __future__ import annotations

from .._runtime import BaseModel


class Keeper(BaseModel):
    id: str
