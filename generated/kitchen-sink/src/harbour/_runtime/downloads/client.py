"""Clients whose response bodies can be read in chunks or written to a file."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, ParamSpec

from ..transport.async_client import AsyncClient
from ..transport.sync_client import SyncClient

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable
    from contextlib import AbstractAsyncContextManager, AbstractContextManager

    from .download import AsyncDownload, Download

P = ParamSpec("P")


class DownloadClient(SyncClient):
    """Sync client with downloads."""

    def with_download(
        self, method: Callable[P, object]
    ) -> Callable[P, AbstractContextManager[Download]]:
        """Return a method whose response body is read in chunks or written to a file.

            with client.with_download(client.files.content)("f_1") as download:
                download.write_to("report.pdf")

        Args:
            method: A method of this client or of one of its resources. Its response is
                not decoded.

        Returns:
            A method with the same parameters. It returns a context manager of
            a `Download`, and raises the errors of `method` when that is entered.
        """
        from .download import open_download  # loads httpx2

        @wraps(method)
        def call(*args: P.args, **kwargs: P.kwargs) -> AbstractContextManager[Download]:
            return open_download(lambda: method(*args, **kwargs))

        return call


class AsyncDownloadClient(AsyncClient):
    """Async client with downloads."""

    def with_download(
        self, method: Callable[P, Awaitable[object]]
    ) -> Callable[P, AbstractAsyncContextManager[AsyncDownload]]:
        """Return a method whose response body is read in chunks or written to a file.

            async with client.with_download(client.files.content)("f_1") as download:
                await download.write_to("report.pdf")

        Args:
            method: A method of this client or of one of its resources. Its response is
                not decoded.

        Returns:
            A method with the same parameters. It returns an async context manager of
            an `AsyncDownload`, and raises the errors of `method` when that is entered.
        """
        from .download import open_async_download  # loads httpx2

        @wraps(method)
        def call(
            *args: P.args, **kwargs: P.kwargs
        ) -> AbstractAsyncContextManager[AsyncDownload]:
            return open_async_download(lambda: method(*args, **kwargs))

        return call
