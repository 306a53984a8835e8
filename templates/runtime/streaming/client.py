"""Clients that return streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..omission import omit
from ..request.settings import NOTHING, Arguments
from ..response.reply import record
from ..transport.async_client import AsyncClient
from ..transport.sync_client import SyncClient

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ..operation import Operation
    from ..options import Options
    from ..transport.call import Exchange
    from .stream import AsyncStream, Stream

T = TypeVar("T")


class StreamingClient(SyncClient):
    """Sync client that returns streams."""

    def open_stream(  # noqa: PLR0913 (one for each part of a request)
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, object] = NOTHING,
        query: Mapping[str, object] = NOTHING,
        headers: Mapping[str, object] = NOTHING,
        cookies: Mapping[str, object] = NOTHING,
        body: object = omit,
        options: Options | None = None,
    ) -> Stream[T]:
        """Call an operation and return its response as a stream of items.

        Arguments and errors are those of `request`.
        """
        from .stream import Stream  # loaded by the first call

        exchange = self._begin(
            operation, Arguments(path, query, headers, cookies, body), options
        )
        exchange.keeps_open = True
        response = self._exchange(exchange)
        record(response, exchange)
        return Stream(exchange, response, self._reopen)

    def _reopen(self, exchange: Exchange, delay: float) -> httpx2.Response:
        self._clock.sleep(delay)
        return self._exchange(exchange)


class AsyncStreamingClient(AsyncClient):
    """Async client that returns streams."""

    async def open_stream(  # noqa: PLR0913 (one for each part of a request)
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, object] = NOTHING,
        query: Mapping[str, object] = NOTHING,
        headers: Mapping[str, object] = NOTHING,
        cookies: Mapping[str, object] = NOTHING,
        body: object = omit,
        options: Options | None = None,
    ) -> AsyncStream[T]:
        """Call an operation and return its response as a stream of items.

        Arguments and errors are those of `request`.
        """
        from ..response.chunks import receive_async  # loaded by the first call
        from .stream import AsyncStream

        exchange = self._begin(
            operation, Arguments(path, query, headers, cookies, body), options
        )
        exchange.keeps_open = True
        response = await self._exchange(exchange)
        record(response, exchange)
        chunks = await receive_async(response)
        return AsyncStream(exchange, response, chunks, self._reopen)

    async def _reopen(self, exchange: Exchange, delay: float) -> httpx2.Response:
        await self._clock.sleep_async(delay)
        return await self._exchange(exchange)
