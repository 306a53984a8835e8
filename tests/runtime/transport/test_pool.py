"""Connection pools: the underlying HTTP client."""

from __future__ import annotations

import asyncio
import sys
import threading
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
)

from ..loopback_server import (
    LOOPBACK_SERVICE,
    OK_BODY,
    Handler,
    LoopbackServer,
    respond_ok,
    serve,
)
from ..mock_server import GET, SERVICE, MockServer


def test_an_http_client_of_the_wrong_type_is_rejected() -> None:
    http: Any = httpx2.AsyncClient()
    with pytest.raises(TypeError, match=r"must be an httpx2\.Client"):
        BaseClient(SERVICE, http_client=http)
    sync: Any = httpx2.Client()
    with pytest.raises(TypeError, match=r"must be an httpx2\.AsyncClient"):
        AsyncBaseClient(SERVICE, http_client=sync)


def test_an_http_client_of_the_caller_is_not_closed() -> None:
    server = MockServer()
    http = httpx2.Client(transport=server.transport)
    with BaseClient(SERVICE, http_client=http) as client:
        client.request(GET)
    assert not http.is_closed
    client = BaseClient(SERVICE, http_client=http)
    http.close()
    with pytest.raises(ClientClosedError, match="http_client of the client is closed"):
        client.request(GET)


def test_the_http_client_is_created_once_on_demand() -> None:
    client = BaseClient(SERVICE)
    pool = vars(client)["_pool"]
    assert vars(pool)["_client"] is None
    barrier = threading.Barrier(8)
    http_clients: list[object] = []

    def get() -> None:
        barrier.wait()
        http_clients.append(pool.get())

    threads = [threading.Thread(target=get) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(set(map(id, http_clients))) == 1
    assert isinstance(http_clients[0], httpx2.Client)
    client.close()


def test_a_transport_can_replace_the_network_and_is_closed() -> None:
    closed: list[str] = []

    class Transport(httpx2.MockTransport):
        def close(self) -> None:
            closed.append("sync")

        async def aclose(self) -> None:
            closed.append("async")

    server = MockServer()
    with BaseClient(SERVICE, transport=Transport(server.handle)) as client:
        assert client.with_options(timeout=1).request(GET) == {}

    async def run() -> None:
        transport = Transport(server.handle)
        async with AsyncBaseClient(SERVICE, transport=transport) as client:
            assert await client.request(GET) == {}

    asyncio.run(run())
    assert len(server.requests) == 2
    assert closed == ["sync", "async"]


def test_transport_http_client_and_http2_are_exclusive() -> None:
    transport = MockServer().transport
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


def test_http2_requires_the_h2_package(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "h2", None)  # imports fail
    for kind in (BaseClient, AsyncBaseClient):
        make: Any = kind
        with pytest.raises(SDKError, match=r"pip install 'sample\[http2\]'"):
            make(SERVICE, http2=True)


def test_http2_is_passed_to_the_http_client(monkeypatch: pytest.MonkeyPatch) -> None:
    settings: list[dict[str, Any]] = []
    server = MockServer()

    class RecordingClient(httpx2.Client):
        def __init__(self, **options: Any) -> None:
            settings.append(options)
            super().__init__(transport=server.transport)

    installed = ModuleType("h2")
    installed.__spec__ = ModuleSpec("h2", None)
    monkeypatch.setitem(sys.modules, "h2", installed)
    monkeypatch.setattr(httpx2, "Client", RecordingClient)
    for http2 in (True, False):
        with BaseClient(SERVICE, http2=http2) as client:
            assert client.request(GET) == {}
    assert [options["http2"] for options in settings] == [True, False]


def test_connections_are_reused_and_shared_with_copies() -> None:
    ports: set[int] = set()

    def respond(handler: Handler, number: int) -> None:
        ports.add(handler.client_address[1])
        handler.send(200, OK_BODY)

    with (
        serve(respond) as server,
        BaseClient(LOOPBACK_SERVICE, base_url=server.origin) as client,
    ):
        client.request(GET)
        client.with_options(timeout=3).request(GET)
    assert len(ports) == 1


def test_a_call_after_a_timed_out_one_succeeds() -> None:
    def respond(handler: Handler, number: int) -> None:
        if handler.path == "/slow":
            handler.loopback.stopping.wait(10)
        else:
            handler.send(200, OK_BODY)

    async def run(server: LoopbackServer) -> None:
        slow: Operation[Any] = Operation("GET", "/slow", returns=ANY)
        async with AsyncBaseClient(LOOPBACK_SERVICE, base_url=server.origin) as client:
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(client.request(slow), 0.2)
            assert await client.request(GET) == {"ok": True}

    with serve(respond) as server:
        asyncio.run(run(server))
        assert threading.active_count() < 20


def test_cancelled_calls_release_their_connections() -> None:
    """Calls are cancelled at different moments; the pool has two connections."""

    def respond(handler: Handler, number: int) -> None:
        handler.loopback.stopping.wait(0.02)
        handler.send(200, OK_BODY)

    async def run(server: LoopbackServer) -> None:
        http = httpx2.AsyncClient(limits=httpx2.Limits(max_connections=2))
        async with (
            http,
            AsyncBaseClient(
                LOOPBACK_SERVICE, base_url=server.origin, http_client=http, timeout=10
            ) as client,
        ):
            for moment in range(12):
                tasks = [asyncio.ensure_future(client.request(GET)) for _ in range(6)]
                await asyncio.sleep(moment * 0.004)
                for task in tasks:
                    task.cancel()
                results = await asyncio.gather(*tasks, return_exceptions=True)
                assert all(
                    result == {"ok": True} or isinstance(result, asyncio.CancelledError)
                    for result in results
                )
            # The pool still has both connections.
            calls = [client.request(GET, options={"deadline": 5}) for _ in range(8)]
            assert await asyncio.gather(*calls) == [{"ok": True}] * 8
        assert asyncio.all_tasks() == {asyncio.current_task()}

    with serve(respond) as server:
        asyncio.run(run(server))


def test_a_proxy_of_the_http_client_is_used() -> None:
    with serve(respond_ok) as proxy:
        http = httpx2.Client(proxy=proxy.origin)
        with (
            http,
            BaseClient(
                LOOPBACK_SERVICE,
                base_url="http://api.example.invalid/v1",
                http_client=http,
            ) as client,
        ):
            assert client.request(GET, query={"a": 1}) == {"ok": True}
    (request,) = proxy.requests
    assert request.target == "http://api.example.invalid/v1/things?a=1"
    assert request.headers["host"] == "api.example.invalid"
