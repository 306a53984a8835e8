"""What streaming methods return."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Self, TypeVar

import httpx2

from .answered import Answered
from .receiving import receive, receive_async
from .streamreader import StreamReader

if TYPE_CHECKING:
    from collections.abc import AsyncGenerator, Awaitable, Callable, Generator, Iterator
    from types import TracebackType

    from .exchange import Exchange
    from .sse import ServerSentEvent

T = TypeVar("T")


class _StreamCore(Answered, Generic[T]):
    """What both kinds of streams know of themselves."""

    def __init__(self, exchange: Exchange, response: httpx2.Response) -> None:
        self._reader: StreamReader[T] = StreamReader(exchange, response)
        self._items: Iterator[T] = iter(())
        self._is_closed = False

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._reader.exchange.outgoing.describe()}>"

    @property
    def http(self) -> httpx2.Response:
        """The answer as the HTTP library has it; after a break, the latest one."""
        return self._reader.response

    @property
    def event(self) -> ServerSentEvent | None:
        """The server-sent event of the item that came last, with its kind and id.

        None before the first item, and for streams of lines, which have no events.
        """
        return self._reader.event

    @property
    def last_event_id(self) -> str:
        """The id of the last event that had any; empty for none.

        A later call goes on from there where the API knows such ids, with
        `options={"headers": {"Last-Event-ID": ...}}`.
        """
        return self._reader.last_event_id

    @property
    def is_closed(self) -> bool:
        """Whether it has ended, failed, or was closed."""
        return self._is_closed


class Stream(_StreamCore[T]):
    """Items, as the server sends them.

        with client.movements.stream() as stream:
            for movement in stream:
                ...

    The connection is given back at the end of the stream, on an error, and at the end of
    `with`. A stream of server-sent events that breaks off is taken up again where a GET
    asks for it and events have ids: the server is told the last one.

    Raises:
        APIConnectionError: It broke off, or nothing came in time.
        APIDecodeError: An item is not what it should be.
        APIStreamError: The API reports an error in place of an item.
    """

    def __init__(
        self,
        exchange: Exchange,
        response: httpx2.Response,
        reopen: Callable[[Exchange, float], httpx2.Response],
    ) -> None:
        """Start reading.

        Args:
            exchange: The call.
            response: Its answer, with an open body.
            reopen: Waits so many seconds, makes the call again, and returns its answer.
        """
        super().__init__(exchange, response)
        self._chunks: Generator[bytes] = receive(response)
        self._reopen = reopen

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> T:
        try:
            while not self._is_closed:
                for item in self._items:
                    return item  # the others wait
                if self._reader.is_over:
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
            response = self._reopen(self._reader.exchange, self._reader.resume(failure))
            self._chunks = receive(response)
            self._reader.start(response)
            return iter(())
        return self._reader.finish() if chunk is None else self._reader.feed(chunk)

    def close(self) -> None:
        """End it, and give the connection back."""
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
    """Items, as the server sends them.

        async with await client.movements.stream() as stream:
            async for movement in stream:
                ...

    As `Stream`, for async clients.

    Raises:
        APIConnectionError: It broke off, or nothing came in time.
        APIDecodeError: An item is not what it should be.
        APIStreamError: The API reports an error in place of an item.
    """

    def __init__(
        self,
        exchange: Exchange,
        response: httpx2.Response,
        chunks: AsyncGenerator[bytes],
        reopen: Callable[[Exchange, float], Awaitable[httpx2.Response]],
    ) -> None:
        """Start reading.

        Args:
            exchange: The call.
            response: Its answer, with an open body.
            chunks: Its body.
            reopen: Waits so many seconds, makes the call again, and returns its answer.
        """
        super().__init__(exchange, response)
        self._chunks = chunks
        self._reopen = reopen

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> T:
        try:
            while not self._is_closed:
                for item in self._items:
                    return item  # the others wait
                if self._reader.is_over:
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
                self._reader.exchange, self._reader.resume(failure)
            )
            self._chunks = await receive_async(response)
            self._reader.start(response)
            return iter(())
        return self._reader.finish() if chunk is None else self._reader.feed(chunk)

    async def close(self) -> None:
        """End it, and give the connection back."""
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
