"""Streams: iterators over the items of a streamed response."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self, TypeVar

import httpx2

from ..response.chunks import receive, receive_async
from ..response.properties import ResponseProperties
from .reader import StreamReader

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterator
    from types import TracebackType

    from ..transport.call import Call
    from .sse import ServerSentEvent

T = TypeVar("T")


class _StreamCore(ResponseProperties, Generic[T]):
    """Base of `Stream` and `AsyncStream`: everything that needs no I/O."""

    def __init__(self, call: Call, response: httpx2.Response) -> None:
        self._reader: StreamReader[T] = StreamReader(call, response)
        self._items: Iterator[T] = iter(())
        self._is_closed = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._reader.call.prepared.describe()}>"

    @property
    def http(self) -> httpx2.Response:
        """The underlying `httpx2.Response`. After a reconnection, the latest one."""
        return self._reader.response

    @property
    def event(self) -> ServerSentEvent | None:
        """Server-sent event of the last item, with its type and ID.

        None before the first item, and for streams that do not consist of server-sent
        events, such as JSON lines.
        """
        return self._reader.event

    @property
    def last_event_id(self) -> str:
        """ID of the last event that had one. Empty if there was none.

        If the API supports it, a later call can continue the stream after this event:

            client.movements.stream(
                options={"headers": {"Last-Event-ID": stream.last_event_id}}
            )
        """
        return self._reader.last_event_id

    @property
    def is_closed(self) -> bool:
        """Whether the stream has ended, has failed, or was closed."""
        return self._is_closed


class Stream(_StreamCore[T]):
    """An iterator over the items of a streamed response, as they are received.

        with client.movements.stream() as stream:
            for movement in stream:
                print(movement.id)

    The connection is released at the end of the stream, after an error, and at the end
    of the `with` block. If a stream of server-sent events is interrupted, the client
    reconnects and sends the ID of the last event, provided that the operation uses GET
    and the events have IDs. It reconnects at most `max_retries` times in a row.

    Raises:
        APIConnectionError: If the stream is interrupted, or no data is received within
            the read timeout.
        APIDecodeError: If an item or the response cannot be decoded, or does not match
            its schema and `response_validation` is `"strict"`.
        APIStreamError: If the API reports an error instead of an item.
    """

    def __init__(
        self,
        call: Call,
        response: httpx2.Response,
        reopen: Callable[[Call, float], httpx2.Response],
    ) -> None:
        """Create a stream.

        Args:
            call: State of the call.
            response: Response to the call, with an open body.
            reopen: Function that waits for the given number of seconds, sends the
                request again, and returns the response.
        """
        super().__init__(call, response)
        self._chunks: Generator[bytes] = receive(response)
        self._reopen = reopen

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        try:
            while not self._is_closed:
                for item in self._items:
                    return item  # the iterator keeps the remaining items
                if self._reader.is_finished:
                    break
                self._items = self._receive()
        except BaseException:
            self.close()
            raise
        self.close()
        raise StopIteration

    def _receive(self) -> Iterator[T]:
        try:
            chunk = next(self._chunks, None)
        except httpx2.RequestError as failure:
            response = self._reopen(self._reader.call, self._reader.resume(failure))
            self._chunks = receive(response)
            self._reader.start(response)
            return iter(())
        return self._reader.finish() if chunk is None else self._reader.feed(chunk)

    def close(self) -> None:
        """End the stream and release the connection. Items not read yet are lost."""
        self._is_closed = True
        self._chunks.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()


class AsyncStream(_StreamCore[T]):
    """An async iterator over the items of a streamed response, as they are received.

        async with await client.movements.stream() as stream:
            async for movement in stream:
                print(movement.id)

    The connection is released at the end of the stream, after an error, and at the end
    of the `async with` block. If a stream of server-sent events is interrupted, the
    client reconnects and sends the ID of the last event, provided that the operation
    uses GET and the events have IDs. It reconnects at most `max_retries` times in a
    row.

    Raises:
        APIConnectionError: If the stream is interrupted, or no data is received within
            the read timeout.
        APIDecodeError: If an item or the response cannot be decoded, or does not match
            its schema and `response_validation` is `"strict"`.
        APIStreamError: If the API reports an error instead of an item.
    """

    def __init__(
        self,
        call: Call,
        response: httpx2.Response,
        chunks: AsyncGenerator[bytes],
        reopen: Callable[[Call, float], Awaitable[httpx2.Response]],
    ) -> None:
        """Create a stream.

        Args:
            call: State of the call.
            response: Response to the call, with an open body.
            chunks: Iterator over the body of the response.
            reopen: Function that waits for the given number of seconds, sends the
                request again, and returns the response.
        """
        super().__init__(call, response)
        self._chunks = chunks
        self._reopen = reopen

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        try:
            while not self._is_closed:
                for item in self._items:
                    return item  # the iterator keeps the remaining items
                if self._reader.is_finished:
                    break
                self._items = await self._receive()
        except BaseException:
            await self.close()
            raise
        await self.close()
        raise StopAsyncIteration

    async def _receive(self) -> Iterator[T]:
        try:
            chunk = await anext(self._chunks, None)
        except httpx2.RequestError as failure:
            response = await self._reopen(
                self._reader.call, self._reader.resume(failure)
            )
            self._chunks = await receive_async(response)
            self._reader.start(response)
            return iter(())
        return self._reader.finish() if chunk is None else self._reader.feed(chunk)

    async def close(self) -> None:
        """End the stream and release the connection. Items not read yet are lost."""
        self._is_closed = True
        await self._chunks.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()
