"""Base class of generated async clients."""

from __future__ import annotations

from .auth.client import AsyncTokenClient
from .pagination.client import AsyncPaginationClient


class AsyncBaseClient(AsyncPaginationClient, AsyncTokenClient):
    """Base class of asynchronous API clients.

    An instance can be shared by tasks, also of several event loops. Use it as an async
    context manager, or call `close()`, to release its connections.
    """
