"""Base class of generated async clients."""

from __future__ import annotations

from .auth.oauth.client import AsyncOAuthClient
from .downloads.client import AsyncDownloadClient
from .pagination.client import AsyncPaginationClient
from .streaming.client import AsyncStreamingClient


class AsyncBaseClient(
    AsyncDownloadClient, AsyncStreamingClient, AsyncPaginationClient, AsyncOAuthClient
):
    """Base class of asynchronous API clients.

    An instance can be shared by tasks, also of several event loops. Use it as an async
    context manager, or call `close()`, to release its connections.
    """
