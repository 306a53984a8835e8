"""A request on its way through the server."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from .connection import Answer, Connection, Request
from .request_log import Ledger
from .token_endpoint import TokenShop


@dataclass
class World:
    """What all requests share."""

    ledger: Ledger = field(default_factory=Ledger)
    tokens: TokenShop = field(default_factory=TokenShop)


@dataclass
class Call:
    """A request, and what is there to answer it with.

    Attributes:
        places: What stands where the pattern of the route has `*`.
    """

    request: Request
    connection: Connection
    world: World
    places: list[str]

    @property
    def origin(self) -> str:
        """The server as the client sees it."""
        return f"http://{self.request.headers['host']}"


Handler: TypeAlias = Callable[[Call], Awaitable[Answer | None]]
"""Gives the answer, or None when it has sent it on its own."""
