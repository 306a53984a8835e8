"""What the API answers with: `Ticket`."""

from __future__ import annotations

from .._runtime import BaseModel


class Ticket(BaseModel):
    position: int
