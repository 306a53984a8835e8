"""What the API answers with: `Ticket`."""

from __future__ import annotations

from .._runtime import Model


class Ticket(Model):
    """`Ticket` of the API."""

    position: int
