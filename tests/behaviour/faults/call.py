"""Context of the handling of a request."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from .connection import Connection, Request, Response
from .request_log import RequestLog
from .token_endpoint import TokenEndpoint


@dataclass
class ServerState:
    """State shared by all requests."""

    request_log: RequestLog = field(default_factory=RequestLog)
    tokens: TokenEndpoint = field(default_factory=TokenEndpoint)


@dataclass
class Call:
    """Request with its connection and the state of the server.

    Attributes:
        path_values: Segments that match `*` in the route.
    """

    request: Request
    connection: Connection
    state: ServerState
    path_values: list[str]

    @property
    def origin(self) -> str:
        """Origin of the server in the request."""
        return f"http://{self.request.headers['host']}"


Handler: TypeAlias = Callable[[Call], Awaitable[Response | None]]
"""Returns the response, or None if it has sent it."""
