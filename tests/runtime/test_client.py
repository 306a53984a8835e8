"""Clients: what they share, and how they end."""

from __future__ import annotations

import asyncio
import copy
import pickle
import sys
import threading
from collections.abc import Awaitable
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    AsyncBaseClient,
    BaseClient,
    ClientClosedError,
    Operation,
    SDKError,
    Service,
    cached_property,
    omit,
)

from .mock_server import GET, SERVICE, Server, answer, query_of
from .sample_client import AsyncClient, Client


def test_clients_of_the_wrong_kind() -> None:
    http: Any = httpx2.AsyncClient()
    with pytest.raises(TypeError, match=r"must be an httpx2\.Client"):
        BaseClient(SERVICE, http_client=http)
    sync: Any = httpx2.Client()
    with pytest.raises(TypeError, match=r"must be an httpx2\.AsyncClient"):
        AsyncBaseClient(SERVICE, http_client=sync)


def test_with_options() -> None:
    server = Server()
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
    # None leaves things as they are.
    assert other.with_options(base_url=None, headers=None).base_url == other.base_url


def test_closing() -> None:
    server = Server()
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
    # The copy leaves the original open, and the original ends its copies.
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


def test_closing_before_the_first_call() -> None:
    client = BaseClient(SERVICE)
    other = client.with_options(timeout=1)
    client.close()
    with pytest.raises(ClientClosedError, match="The client is closed"):
        other.request(GET)


def test_an_http_client_of_the_caller_stays_open() -> None:
    server = Server()
    http = httpx2.Client(transport=server.transport)
    with BaseClient(SERVICE, http_client=http) as client:
        client.request(GET)
    assert not http.is_closed
    client = BaseClient(SERVICE, http_client=http)
    http.close()
    with pytest.raises(ClientClosedError, match="http_client of the client is closed"):
        client.request(GET)


def test_closing_async_clients() -> None:
    async def run() -> None:
        server = Server()
        client = AsyncBaseClient(SERVICE)
        http = httpx2.AsyncClient(transport=server.transport)
        vars(vars(client)["_pool"])["_client"] = http
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


def test_the_http_client_is_made_once_and_when_needed() -> None:
    client = BaseClient(SERVICE)
    pool = vars(client)["_pool"]
    assert vars(pool)["_client"] is None
    barrier = threading.Barrier(8)
    made: list[object] = []

    def get() -> None:
        barrier.wait()
        made.append(pool.get())

    threads = [threading.Thread(target=get) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, made))) == 1
    assert isinstance(made[0], httpx2.Client)
    client.close()


def test_settings_of_the_http_client_are_kept() -> None:
    server = Server(
        answer(value={}, headers={"set-cookie": "session=s1; Path=/"}), answer(value={})
    )
    http = httpx2.Client(
        transport=server.transport,
        headers={"X-Mine": "1", "User-Agent": "mine"},
        params={"mine": "a b"},
        cookies={"mine": "1"},
    )
    client = BaseClient(SERVICE, http_client=http)
    client.request(GET, query={"a": 1}, cookies={"own": "2"})
    client.request(GET)
    first, second = server.requests
    assert first.headers["x-mine"] == "1"
    assert first.headers.get_list("user-agent") == [first.headers["user-agent"]]
    assert first.headers["user-agent"].startswith("sample/1.0")
    assert query_of(first) == [("a", "1"), ("mine", "a b")]
    assert query_of(second) == [("mine", "a b")]
    assert first.headers["cookie"] == "mine=1; own=2"
    assert set(second.headers["cookie"].split("; ")) == {"mine=1", "session=s1"}


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://u:pw@h/v1?token=t", "https://REDACTED@h/v1?token=REDACTED"),
        ("https://h", "https://h"),
    ],
)
def test_the_repr(url: str, shown: str) -> None:
    client = Client(SERVICE, base_url=url)
    assert repr(client) == f"<Client base_url={shown!r}>"
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
            return answer(value=1)

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


def test_waiting_lets_other_tasks_run() -> None:
    async def run() -> None:
        server = Server(answer(503, headers={"retry-after-ms": "1"}), answer(value=1))
        http = httpx2.AsyncClient(transport=server.transport)
        async with AsyncBaseClient(SERVICE, http_client=http) as client:
            assert await client.request(GET) == 1
        assert len(server.requests) == 2

    asyncio.run(run())


def test_omit_is_the_one_omit() -> None:
    assert copy.deepcopy(omit) is copy.copy(omit) is omit
    assert pickle.loads(pickle.dumps(omit)) is omit
    assert not omit
    assert repr(omit) == "omit"
    assert copy.deepcopy(ANY) is ANY
    assert pickle.loads(pickle.dumps(ANY)) is ANY


def test_resources_are_made_once() -> None:
    client = Client(SERVICE)
    assert client.things is client.things
    assert Client(SERVICE).things is not client.things
    assert isinstance(Client.things, cached_property)
    assert Client.things.__doc__ == "The things."


def test_data_shows_what_it_is() -> None:
    assert "returns=ANY" in repr(GET)
    assert "sample/1.0" in repr(SERVICE)


def test_a_transport_in_place_of_connections() -> None:
    closed: list[str] = []

    class Transport(httpx2.MockTransport):
        def close(self) -> None:
            closed.append("sync")

        async def aclose(self) -> None:
            closed.append("async")

    server = Server()
    with BaseClient(SERVICE, transport=Transport(server.handle)) as client:
        assert client.with_options(timeout=1).request(GET) == {}

    async def run() -> None:
        transport = Transport(server.handle)
        async with AsyncBaseClient(SERVICE, transport=transport) as client:
            assert await client.request(GET) == {}

    asyncio.run(run())
    assert len(server.requests) == 2
    assert closed == ["sync", "async"]


def test_what_decides_how_requests_travel_is_one() -> None:
    transport = Server().transport
    for kind, http in (
        (BaseClient, httpx2.Client()),
        (AsyncBaseClient, httpx2.AsyncClient()),
    ):
        make: Any = kind
        with pytest.raises(ValueError, match="either transport or http_client"):
            make(SERVICE, transport=transport, http_client=http)
        with pytest.raises(ValueError, match="either transport or http2"):
            make(SERVICE, transport=transport, http2=True)
        with pytest.raises(ValueError, match="either http_client or http2"):
            make(SERVICE, http_client=http, http2=True)


def test_http2_needs_its_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "h2", None)  # as if it were not installed
    for kind in (BaseClient, AsyncBaseClient):
        make: Any = kind
        with pytest.raises(SDKError, match=r"pip install 'sample\[http2\]'"):
            make(SERVICE, http2=True)


def test_http2_is_spoken_when_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[dict[str, Any]] = []
    server = Server()

    class Recorded(httpx2.Client):
        def __init__(self, **more: Any) -> None:
            asked.append(more)
            super().__init__(transport=server.transport)

    installed = ModuleType("h2")
    installed.__spec__ = ModuleSpec("h2", None)
    monkeypatch.setitem(sys.modules, "h2", installed)
    monkeypatch.setattr(httpx2, "Client", Recorded)
    for http2 in (True, False):
        with BaseClient(SERVICE, http2=http2) as client:
            assert client.request(GET) == {}
    assert [more["http2"] for more in asked] == [True, False]
