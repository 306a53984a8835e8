"""Response models of the API: `Ticket`."""

from __future__ import annotations

from .._runtime import BaseModel


class Ticket(BaseModel):
    position: int
