"""Response models of the API: `Account`."""

from __future__ import annotations

from .._runtime import BaseModel


class Account(BaseModel):
    id: str
    owner: str | None = None
