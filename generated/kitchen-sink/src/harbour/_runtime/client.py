"""Base class of generated clients."""

from __future__ import annotations

from .auth.oauth.client import OAuthClient
from .downloads.client import DownloadClient
from .pagination.client import PaginationClient
from .streaming.client import StreamingClient


class BaseClient(DownloadClient, StreamingClient, PaginationClient, OAuthClient):
    """Base class of synchronous API clients.

    An instance can be shared by several threads. Use it as a context manager, or call
    `close()`, to release its connections.
    """
