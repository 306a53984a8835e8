"""Async clients in several event loops, one after another and at the same time."""

from __future__ import annotations

import asyncio
import gc
import logging
import threading
from collections.abc import Iterator
from typing import Any

import httpx2
import pytest
from runtime import AsyncBaseClient, ClientClosedError, SDKError
from runtime.transport.async_pool import AsyncPool

from ..loopback_server import (
    LOOPBACK_SERVICE,
    Handler,
    LoopbackServer,
    respond_ok,
    serve,
)
from ..mock_server import GET, SERVICE, MockServer
from ..slow_token_server import SlowTokenServer, make_async_client
from ..token_server import THINGS


@pytest.fixture
def server() -> Iterator[LoopbackServer]:
    with serve(respond_ok) as running:
        yield running


@pytest.fixture
def client(server: LoopbackServer) -> AsyncBaseClient:
    return AsyncBaseClient(LOOPBACK_SERVICE, base_url=server.origin, max_retries=0)


def open_http(client: AsyncBaseClient) -> httpx2.AsyncClient:
    pool: AsyncPool = vars(client)["_async_pool"]
    return pool.get()


async def get_twice(client: AsyncBaseClient) -> list[Any]:
    return [await client.request(GET), await client.request(GET)]


@pytest.mark.filterwarnings("error")
def test_successive_event_loops_use_one_client(
    client: AsyncBaseClient, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            assert asyncio.run(get_twice(client)) == [{"ok": True}] * 2
            gc.collect()
        copy = client.with_options(timeout=5)
        assert asyncio.run(get_twice(copy)) == [{"ok": True}] * 2
        asyncio.run(client.close())
        gc.collect()
    assert caplog.records == []


def test_connections_are_closed_with_their_event_loop(client: AsyncBaseClient) -> None:
    async def find_http() -> httpx2.AsyncClient:
        await client.request(GET)
        first = open_http(client)
        assert open_http(client) is first
        return first

    first, second = asyncio.run(find_http()), asyncio.run(find_http())
    assert first is not second
    assert first.is_closed
    assert second.is_closed


def test_loops_in_threads_have_connections_of_their_own(
    client: AsyncBaseClient,
) -> None:
    results: list[list[Any]] = []
    barrier = threading.Barrier(4)

    async def run() -> None:
        await client.request(GET)
        barrier.wait()
        results.append(await get_twice(client))

    threads = [threading.Thread(target=asyncio.run, args=(run(),)) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(10)
    assert results == [[{"ok": True}] * 2] * 4
    asyncio.run(client.close())


def test_closing_a_client_closes_the_connections_of_other_loops(
    client: AsyncBaseClient,
) -> None:
    opened: list[httpx2.AsyncClient] = []
    is_open, is_closed = threading.Event(), threading.Event()

    async def run() -> None:
        await client.request(GET)
        opened.append(open_http(client))
        is_open.set()
        while not opened[0].is_closed:
            await asyncio.sleep(0.01)
        is_closed.set()
        with pytest.raises(ClientClosedError, match="The client is closed"):
            await client.request(GET)

    thread = threading.Thread(target=asyncio.run, args=(run(),))
    thread.start()
    assert is_open.wait(5)
    asyncio.run(client.close())
    assert is_closed.wait(5)
    thread.join(5)


# The program does not shut down the loop; its sockets are closed by the garbage collector.
@pytest.mark.filterwarnings("ignore:unclosed:ResourceWarning")
def test_a_loop_that_was_closed_without_shutdown_causes_no_error(
    client: AsyncBaseClient, caplog: pytest.LogCaptureFixture
) -> None:
    for _ in range(2):
        loop = asyncio.new_event_loop()
        assert loop.run_until_complete(client.request(GET)) == {"ok": True}
        loop.close()
    asyncio.run(client.close())
    gc.collect()
    assert caplog.records == []


def test_a_suspended_loop_continues_after_another(client: AsyncBaseClient) -> None:
    with asyncio.Runner() as suspended:
        suspended.run(client.request(GET))
        asyncio.run(get_twice(client))
        suspended.run(client.request(GET))
        suspended.run(client.close())


def test_an_unfinished_call_of_an_ended_loop_does_not_disturb_the_next(
    server: LoopbackServer, client: AsyncBaseClient
) -> None:
    def respond(handler: Handler, count: int) -> None:
        if count == 1:
            server.stopping.wait(0.2)
        respond_ok(handler, count)

    server.respond = respond

    async def abandon() -> None:
        task = asyncio.create_task(client.request(GET))
        while not server.requests:
            await asyncio.sleep(0.01)
        assert not task.done()

    asyncio.run(abandon())
    assert asyncio.run(get_twice(client)) == [{"ok": True}] * 2


@pytest.mark.parametrize("name", ["http_client", "transport"])
def test_network_connections_of_the_caller_belong_to_one_loop(
    server: LoopbackServer, name: str
) -> None:
    given: Any = (
        httpx2.AsyncClient() if name == "http_client" else httpx2.AsyncHTTPTransport()
    )
    client = AsyncBaseClient(LOOPBACK_SERVICE, base_url=server.origin, **{name: given})

    async def call() -> None:
        await get_twice(client)
        await given.aclose()

    asyncio.run(call())
    with pytest.raises(SDKError, match=f"The {name} of the client was used in another"):
        asyncio.run(get_twice(client))


@pytest.mark.parametrize("name", ["http_client", "transport"])
def test_a_transport_without_connections_is_used_in_all_loops(name: str) -> None:
    given: Any = MockServer().transport
    if name == "http_client":
        given = httpx2.AsyncClient(transport=given)
    client = AsyncBaseClient(SERVICE, **{name: given})
    assert asyncio.run(get_twice(client)) == asyncio.run(get_twice(client))
    asyncio.run(client.close())
    assert client.is_closed


def test_a_waiting_caller_takes_over_from_a_suspended_event_loop() -> None:
    server = SlowTokenServer(expires_in=3600)
    client = make_async_client(server)
    server.released.clear()
    results: list[Any] = []
    leading_loop = asyncio.new_event_loop()
    leading = leading_loop.create_task(client.request(THINGS))

    async def lead() -> None:
        await asyncio.wait([leading], timeout=0.1)
        waiting.start()
        await asyncio.sleep(0.1)

    async def wait() -> None:
        async with asyncio.timeout(5):
            results.append(await client.request(THINGS))

    waiting = threading.Thread(target=asyncio.run, args=(wait(),))
    leading_loop.run_until_complete(lead())
    server.released.set()
    waiting.join(5)
    assert len(results) == 1
    leading_loop.run_until_complete(leading)
    leading_loop.close()


def test_a_token_can_arrive_after_the_loop_of_a_waiting_caller_was_closed(
    caplog: pytest.LogCaptureFixture,
) -> None:
    server = SlowTokenServer(expires_in=3600)
    client = make_async_client(server)
    server.released.clear()
    has_joined = threading.Event()

    async def lead() -> Any:
        task = asyncio.create_task(client.request(THINGS))
        while not has_joined.is_set():
            await asyncio.sleep(0.01)
        server.released.set()
        return await task

    async def give_up() -> None:
        while not server.started.is_set():
            await asyncio.sleep(0.01)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(client.request(THINGS), 0.05)

    def wait() -> None:
        asyncio.run(give_up())
        has_joined.set()

    waiting = threading.Thread(target=wait)
    waiting.start()
    assert asyncio.run(lead()) == {"token": "t1"}
    waiting.join(5)
    assert caplog.records == []
