"""Clients that return streams."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..omission import omit
from ..request.settings import NO_VALUES, Arguments
from ..response.reply import record
from ..transport.async_client import AsyncClient
from ..transport.sync_client import SyncClient

if TYPE_CHECKING:
    from collections.abc import Mapping

    import httpx2

    from ..operation import Operation
    from ..options import Options
    from ..transport.call import Call
    from .stream import AsyncStream, Stream

T = TypeVar("T")


class StreamingClient(SyncClient):
    """Sync client that returns streams."""

    def open_stream(  # noqa: PLR0913 (one for each part of a request)
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, object] = NO_VALUES,
        query: Mapping[str, object] = NO_VALUES,
        headers: Mapping[str, object] = NO_VALUES,
        cookies: Mapping[str, object] = NO_VALUES,
        body: object = omit,
        options: Options | None = None,
    ) -> Stream[T]:
        """Call an operation and return its response as a stream of items.

        Arguments and errors are those of `request`.
        """
        from .stream import Stream  # loaded by the first call

        call = self._begin(
            operation, Arguments(path, query, headers, cookies, body), options
        )
        call.streams_body = True
        response = self._execute(call)
        record(response, call)
        return Stream(call, response, self._reopen)

    def _reopen(self, call: Call, delay: float) -> httpx2.Response:
        self._clock.sleep(delay)
        return self._execute(call)


class AsyncStreamingClient(AsyncClient):
    """Async client that returns streams."""

    async def open_stream(  # noqa: PLR0913 (one for each part of a request)
        self,
        operation: Operation[T],
        *,
        path: Mapping[str, object] = NO_VALUES,
        query: Mapping[str, object] = NO_VALUES,
        headers: Mapping[str, object] = NO_VALUES,
        cookies: Mapping[str, object] = NO_VALUES,
        body: object = omit,
        options: Options | None = None,
    ) -> AsyncStream[T]:
        """Call an operation and return its response as a stream of items.

        Arguments and errors are those of `request`.
        """
        from ..response.chunks import receive_async  # loaded by the first call
        from .stream import AsyncStream

        call = self._begin(
            operation, Arguments(path, query, headers, cookies, body), options
        )
        call.streams_body = True
        response = await self._execute(call)
        record(response, call)
        chunks = await receive_async(response)
        return AsyncStream(call, response, chunks, self._reopen)

    async def _reopen(self, call: Call, delay: float) -> httpx2.Response:
        await self._clock.sleep_async(delay)
        return await self._execute(call)
