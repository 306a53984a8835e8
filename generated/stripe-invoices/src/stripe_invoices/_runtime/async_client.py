"""Base class of generated async clients."""

from __future__ import annotations

from .auth.client import AsyncTokenClient


class AsyncBaseClient(AsyncTokenClient):
    """Base class of asynchronous API clients.

    An instance can be shared by the tasks of one event loop. Use it as an async context
    manager, or call `close()`, to release its connections.
    """
