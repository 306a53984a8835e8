"""Clients: options, closing, concurrency."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    AsyncBaseClient,
    BaseClient,
    ClientClosedError,
    Operation,
    Service,
    omit,
)

from .loopback_server import LOOPBACK_SERVICE, Handler, LoopbackServer, serve
from .mock_server import GET, SERVICE, MockServer, make_response
from .sample_client import AsyncClient, Client


def test_with_options_returns_a_copy() -> None:
    server = MockServer()
    http = httpx2.Client(transport=server.transport)
    client = Client(
        SERVICE, http_client=http, headers={"X-A": "1", "X-B": "1"}, query={"a": "1"}
    )
    things = client.things
    other = client.with_options(
        headers={"X-B": omit, "X-C": "2"},
        query={"b": "2"},
        timeout=3,
        base_url="https://other.example.com",
    )
    assert type(other) is Client
    assert other.things is not things
    assert client.things is things
    other.things.list(page=2)
    client.things.list()
    first, second = server.requests
    assert str(first.url) == "https://other.example.com/things?a=1&b=2&page=2"
    assert first.headers["x-a"] == "1"
    assert "x-b" not in first.headers
    assert first.headers["x-c"] == "2"
    assert first.extensions["timeout"]["read"] == 3
    assert str(second.url) == "https://api.example.com/v1/things?a=1"
    assert second.headers["x-b"] == "1"
    assert second.extensions["timeout"]["read"] == 60
    # None keeps the setting.
    assert other.with_options(base_url=None, headers=None).base_url == other.base_url


def test_closing_a_client_closes_its_copies() -> None:
    server = MockServer()
    client = BaseClient(SERVICE)
    http = httpx2.Client(transport=server.transport)
    vars(vars(client)["_pool"])["_client"] = http
    copy_ = client.with_options(timeout=1)
    assert not client.is_closed
    copy_.close()
    assert copy_.is_closed
    assert not client.is_closed
    with pytest.raises(ClientClosedError, match="The client is closed"):
        copy_.request(GET)
    # Closing a copy does not close the original client.
    assert client.request(GET) == {}
    third = client.with_options(timeout=1)
    with client:
        assert third.request(GET) == {}
    assert http.is_closed
    client.close()
    assert third.is_closed
    for closed in (client, third, third.with_options(timeout=1)):
        with pytest.raises(ClientClosedError, match="The client is closed"):
            closed.request(GET)


def test_a_client_can_be_closed_before_the_first_call() -> None:
    client = BaseClient(SERVICE)
    other = client.with_options(timeout=1)
    client.close()
    with pytest.raises(ClientClosedError, match="The client is closed"):
        other.request(GET)


def test_closing_an_async_client_closes_its_copies() -> None:
    async def run() -> None:
        server = MockServer()
        client = AsyncBaseClient(SERVICE, transport=server.transport)
        http = vars(client)["_async_pool"].get()
        copy_ = client.with_options(timeout=1)
        await copy_.close()
        async with client:
            assert await client.request(GET) == {}
        assert http.is_closed
        for closed in (client, copy_):
            with pytest.raises(ClientClosedError):
                await closed.request(GET)
        mine = httpx2.AsyncClient(transport=server.transport)
        async with AsyncBaseClient(SERVICE, http_client=mine) as other:
            await other.request(GET)
        assert not mine.is_closed

    asyncio.run(run())


@pytest.mark.parametrize(
    ("url", "redacted"),
    [
        ("https://u:pw@h/v1?token=t", "https://REDACTED@h/v1?token=REDACTED"),
        ("https://h", "https://h"),
    ],
)
def test_the_repr_contains_the_redacted_base_url(url: str, redacted: str) -> None:
    client = Client(SERVICE, base_url=url)
    assert repr(client) == f"<Client base_url={redacted!r}>"
    assert repr(client.things) == f"<Things of {client!r}>"
    async_client = AsyncClient(Service(user_agent="x/1"))
    assert repr(async_client) == "<AsyncClient base_url=None>"
    assert repr(async_client.things) == f"<AsyncThings of {async_client!r}>"


def test_a_cancelled_call_leaves_the_client_usable() -> None:
    async def run() -> None:
        released = asyncio.Event()

        async def hold(request: httpx2.Request) -> httpx2.Response:
            if request.url.path.endswith("/slow"):
                await released.wait()
            return make_response(value=1)

        slow: Operation[Any] = Operation("GET", "/slow", returns=ANY)
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(hold))
        async with AsyncBaseClient(SERVICE, http_client=http) as client:
            task = asyncio.ensure_future(awaited(client.request(slow)))
            await asyncio.sleep(0)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await client.request(GET) == 1

    async def awaited(call: Awaitable[Any]) -> Any:
        return await call

    asyncio.run(run())


def test_an_async_client_waits_between_retries() -> None:
    async def run() -> None:
        server = MockServer(
            make_response(503, headers={"retry-after-ms": "1"}), make_response(value=1)
        )
        http = httpx2.AsyncClient(transport=server.transport)
        async with AsyncBaseClient(SERVICE, http_client=http) as client:
            assert await client.request(GET) == 1
        assert len(server.requests) == 2

    asyncio.run(run())


def echo(handler: Handler, number: int) -> None:
    handler.send(200, json.dumps(handler.path.partition("=")[2]).encode())


def test_threads_can_share_a_client() -> None:
    with (
        serve(echo) as server,
        BaseClient(LOOPBACK_SERVICE, base_url=server.origin) as client,
    ):

        def page(number: int) -> Any:
            reply = client.with_response(client.request)(GET, query={"page": number})
            return reply.data, reply.http.json()

        with ThreadPoolExecutor(16) as pool:
            pages = list(pool.map(page, range(200)))
    assert pages == [(str(number), str(number)) for number in range(200)]


def test_tasks_can_share_a_client() -> None:
    async def run(server: LoopbackServer) -> list[Any]:
        async with AsyncBaseClient(LOOPBACK_SERVICE, base_url=server.origin) as client:
            return await asyncio.gather(
                *(client.request(GET, query={"page": number}) for number in range(100))
            )

    with serve(echo) as server:
        assert asyncio.run(run(server)) == [str(number) for number in range(100)]
