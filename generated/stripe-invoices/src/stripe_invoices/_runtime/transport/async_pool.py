"""HTTP clients of an async client, one for each event loop.

Connections belong to the event loop in which they were opened. A program can have
several loops: each `asyncio.run` creates one, and so do threads and many test runners.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from weakref import ref

from ..errors import ClientClosedError, SDKError
from .pool import Pool

if TYPE_CHECKING:
    from asyncio import AbstractEventLoop
    from collections.abc import AsyncGenerator, Callable

    import httpx2


class _LoopClient(NamedTuple):
    """HTTP client of an event loop.

    Attributes:
        http: The HTTP client.
        lifetime: Generator that closes the HTTP client when it is closed. Event loops
            close their unfinished generators before they end.
    """

    http: httpx2.AsyncClient
    lifetime: AsyncGenerator[None]

    async def close(self) -> None:
        await self.lifetime.aclose()


class AsyncPool(Pool["httpx2.AsyncClient"]):
    """Holder of the HTTP clients of an async client.

    An HTTP client is created in each event loop that makes calls, and closed when that
    loop ends. An `http_client` or transport of the caller is used in all loops, unless
    it opens network connections: these belong to the first loop that makes a call.
    """

    def __init__(
        self,
        given: httpx2.AsyncClient | None,
        make: Callable[[], httpx2.AsyncClient],
        transport: httpx2.AsyncBaseTransport | None = None,
    ) -> None:
        super().__init__(given, make)
        self._transport = transport
        self._loop: ref[AbstractEventLoop] | None = None
        self._by_loop: dict[AbstractEventLoop | None, _LoopClient] = {}

    def get(self) -> httpx2.AsyncClient:
        """Return the HTTP client of the running event loop.

        Raises:
            ClientClosedError: If the HTTP client is closed.
            SDKError: If the `http_client` or transport of the caller belongs to another
                event loop.
        """
        loop = _find_loop()
        if self.is_owned and self._transport is None:
            found = self._by_loop.get(loop)
            if found is None or found.http.is_closed:
                found = self._open(loop)
            return found.http
        if loop is not None:
            self._check_loop(loop)
        return super().get()

    def reset(self) -> None:
        """Reset the pool in a forked child process; see `Pool.reset`."""
        super().reset()
        self._by_loop = {}

    async def close(self) -> None:
        """Mark the pool as closed and close its connections.

        Those of loops in other threads are closed there, without waiting for it.
        Connections of loops that have ended were closed with their loop.
        """
        if (shared := self.release()) is not None:
            await shared.aclose()
        with self._lock:
            clients, self._by_loop = self._by_loop, {}
        current = _find_loop()
        for loop, client in clients.items():
            if loop is current:
                await client.close()
            elif loop is not None and loop.is_running():
                from asyncio import run_coroutine_threadsafe

                run_coroutine_threadsafe(client.close(), loop)

    def _open(self, loop: AbstractEventLoop | None) -> _LoopClient:
        with self._lock:
            if self.is_closed:
                raise ClientClosedError("The client is closed.")
            # A loop that was closed without `shutdown_asyncgens` cannot close its
            # connections any more. Their sockets are closed when they are collected.
            self._by_loop = {
                other: client
                for other, client in self._by_loop.items()
                if other is not None and not other.is_closed()
            }
            http = self._make()
            client = _LoopClient(http, _keep_until_loop_ends(http))
            _start(client.lifetime)
            self._by_loop[loop] = client
            return client

    def _check_loop(self, loop: AbstractEventLoop) -> None:
        if self._loop is None:
            self._loop = ref(loop)
        if self._loop() is loop or not self._opens_connections():
            return
        name = "transport" if self.is_owned else "http_client"
        raise SDKError(
            f"The {name} of the client was used in another event loop, to which its "
            f"connections belong. Pass a new {name} in each event loop, or omit it: the "
            "client then opens connections in each loop."
        )

    def _opens_connections(self) -> bool:
        from httpx2 import AsyncHTTPTransport

        if self.is_owned:
            return isinstance(self._transport, AsyncHTTPTransport)
        # The attribute is not public. Without it, every http_client belongs to a loop.
        transport: object = vars(self._client).get("_transport")
        return transport is None or isinstance(transport, AsyncHTTPTransport)


def _find_loop() -> AbstractEventLoop | None:
    """Return the running event loop of asyncio; None for loops of other libraries."""
    import asyncio  # takes longer to import than this whole package

    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None


async def _keep_until_loop_ends(http: httpx2.AsyncClient) -> AsyncGenerator[None]:
    try:
        yield
    finally:
        await http.aclose()


def _start(generator: AsyncGenerator[None]) -> None:
    """Run a generator to its first `yield`, which registers it with the event loop.

    It does not wait for anything, so no `await` is necessary.
    """
    try:
        generator.__anext__().__await__().send(None)
    except StopIteration:
        return
