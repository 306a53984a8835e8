"""Base class of generated clients."""

from __future__ import annotations

from .auth.client import TokenClient
from .pagination.client import PaginationClient


class BaseClient(PaginationClient, TokenClient):
    """Base class of synchronous API clients.

    An instance can be shared by several threads. Use it as a context manager, or call
    `close()`, to release its connections.
    """
