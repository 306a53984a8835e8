"""What the API answers with: `Keeper`."""

from __future__ import annotations

from .._runtime import BaseModel


class Keeper(BaseModel):
    id: str
