"""Clients: their settings, what they share, how they end."""

from __future__ import annotations

import asyncio
import copy
import pickle
import threading
from collections.abc import Awaitable
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    AsyncBaseClient,
    AsyncResource,
    BaseClient,
    ClientClosedError,
    Omit,
    Operation,
    Reply,
    Resource,
    SDKError,
    Service,
    cached_property,
    omit,
)

from .wiring import (
    GET,
    KINDS,
    POST,
    SERVICE,
    Kind,
    Server,
    answer,
    path_of,
    query_of,
)


class Things(Resource):
    def list(self, *, page: int | Omit = omit) -> Any:
        return self._client.request(GET, query={"page": page})


class AsyncThings(AsyncResource):
    async def list(self, *, page: int | Omit = omit) -> Any:
        return await self._client.request(GET, query={"page": page})


class Client(BaseClient):
    @cached_property
    def things(self) -> Things:
        """The things."""
        return Things(self)


class AsyncClient(AsyncBaseClient):
    @cached_property
    def things(self) -> AsyncThings:
        return AsyncThings(self)


@pytest.mark.parametrize("kind", KINDS)
def test_all_parts_of_a_request(kind: Kind) -> None:
    operation: Operation[Any] = Operation(
        "PUT",
        "/a/{id}/b.{format}",
        returns=ANY,
        body="application/json",
        accept="application/vnd.things+json",
        query={"action": "mark", "page": "0"},
        styles={
            "path": {"id": "label*"},
            "query": {"ids": "form", "filter": "deepObject"},
            "header": {"X-Ids": "simple*"},
            "cookie": {"prefs": "form"},
        },
    )
    server = Server()
    server.call(
        kind,
        operation,
        path={"id": [1, 2], "format": "x y"},
        query={"ids": [1, 2], "filter": {"a": {"b": 1}}, "page": 1, "none": None, "o": omit},
        headers={"X-Ids": {"a": 1}, "X-None": None, "X-Omit": omit, "X-Flag": True},
        cookies={"prefs": ["a", "b c"], "omitted": omit, "sid": "1"},
        body={"a": 1},
    )  # fmt: skip
    request = server.only
    assert request.method == "PUT"
    assert path_of(request) == "/v1/a/.1.2/b.x%20y"
    assert query_of(request) == [
        ("action", "mark"),
        ("page", "1"),
        ("ids", "1,2"),
        ("filter[a][b]", "1"),
        ("none", ""),
    ]
    assert request.headers["x-ids"] == "a=1"
    assert request.headers["x-none"] == ""
    assert request.headers["x-flag"] == "true"
    assert "x-omit" not in request.headers
    assert request.headers["cookie"] == "prefs=a,b%20c; sid=1"
    assert request.headers["accept"] == "application/vnd.things+json"
    assert request.headers["content-type"] == "application/json"
    assert request.headers["content-length"] == "7"
    assert request.headers["user-agent"].startswith("sample/1.0 python/3.")
    assert request.content == b'{"a":1}'


@pytest.mark.parametrize("kind", KINDS)
def test_a_call_without_anything(kind: Kind) -> None:
    server = Server()
    server.call(kind)
    assert str(server.only.url) == "https://api.example.com/v1/things"
    assert {"content-type", "content-length", "cookie", "authorization"}.isdisjoint(
        server.only.headers
    )


@pytest.mark.parametrize("method", ["GET", "DELETE", "POST"])
def test_a_body_goes_with_any_method(method: str) -> None:
    operation: Operation[Any] = Operation(
        method, "/", returns=ANY, body="application/json"
    )
    server = Server()
    server.call("sync", operation, body={"a": 1})
    assert server.only.content == b'{"a":1}'
    assert server.only.headers["content-length"] == "7"


@pytest.mark.parametrize("kind", KINDS)
def test_the_call_wins_over_the_client_and_the_client_over_the_defaults(
    kind: Kind,
) -> None:
    server = Server()
    client = {
        "headers": {"X-A": "client", "X-B": "client", "x-d": "client", "Accept": "text/x"},
        "query": {"a": "client", "b": "client", "c": "client", "d": "client"},
    }  # fmt: skip
    server.call(
        kind,
        client=client,
        headers={"x-a": "argument", "X-C": "argument", "X-D": omit},
        query={"a": "argument", "e": "argument", "d": omit},
        options={
            "headers": {"X-B": "call", "X-C": "call", "Accept": omit},
            "query": {"b": ["call", "2"], "c": omit, "e": "call", "new": {"k": 1}},
        },
    )
    headers = server.only.headers
    assert [headers.get(f"x-{name}") for name in "abcd"] == [
        "argument",
        "call",
        "call",
        "client",
    ]
    assert headers["accept"] == "*/*"
    assert sorted(query_of(server.only)) == [
        ("a", "argument"),
        ("b", "2"),
        ("b", "call"),
        ("d", "client"),
        ("e", "call"),
        ("k", "1"),
    ]


def test_headers_of_the_caller_win_over_the_media_type() -> None:
    server = Server()
    headers = {"content-type": "application/vnd.x+json"}
    server.call("sync", POST, body={"a": 1}, options={"headers": headers})
    assert server.only.headers.get_list("content-type") == ["application/vnd.x+json"]


def test_more_of_a_body() -> None:
    server = Server()
    server.call("sync", POST, body={"a": 1}, options={"body": {"b": 2}})
    assert server.only.content == b'{"a":1,"b":2}'
    server = Server()
    server.call("sync", POST, options={"body": {"b": 2}})
    assert server.only.content == b'{"b":2}'


@pytest.mark.parametrize("kind", KINDS)
def test_no_base_url(kind: Kind) -> None:
    server = Server()
    service = Service(user_agent="x/1", base_url="/v1", base_url_environment="X_URL")
    with pytest.raises(SDKError, match="pass base_url to the client or set X_URL"):
        server.call(kind, service=service)
    assert server.requests == []
    server.call(kind, service=service, options={"base_url": "https://call.example.com"})
    server.call(kind, service=service, client={"base_url": "https://mine.example.com/"})
    assert [str(request.url) for request in server.requests] == [
        "https://call.example.com/things",
        "https://mine.example.com/things",
    ]
    with pytest.raises(SDKError, match=r"options\['base_url'\] must be"):
        server.call(kind, service=service, options={"base_url": "nowhere"})


def test_operations_with_a_server_of_their_own() -> None:
    operation: Operation[Any] = Operation(
        "GET", "/files", returns=ANY, base_url="https://files.example.com/v2"
    )
    beside: Operation[Any] = Operation("GET", "/files", returns=ANY, base_url="/v2")
    server = Server()
    server.call("sync", operation)
    server.call("sync", beside)
    # A client that was sent elsewhere never reaches the real API.
    local = {"base_url": "http://localhost:1/v1"}
    server.call("sync", operation, client=local)
    server.call("sync", beside, client=local)
    assert [str(request.url) for request in server.requests] == [
        "https://files.example.com/v2/files",
        "https://api.example.com/v2/files",
        "http://localhost:1/v1/files",
        "http://localhost:1/v2/files",
    ]


def test_variables_of_the_server() -> None:
    service = Service(
        user_agent="x/1",
        base_url="https://{region}.example.com",
        variables={"region": "eu"},
    )
    server = Server()
    server.call("sync", service=service, client={"variables": {"region": "us"}})
    server.call("sync", service=service)
    hosts = [request.url.host for request in server.requests]
    assert hosts == ["us.example.com", "eu.example.com"]


def test_a_url_that_is_too_long() -> None:
    with pytest.raises(SDKError, match="URL too long") as caught:
        Server().call("sync", query={"a": "x" * 70_000})
    assert len(str(caught.value)) < 700


def test_the_message_names_the_parameter() -> None:
    with pytest.raises(TypeError, match="query parameter 'a': cannot send"):
        Server().call("sync", query={"a": object()})
    with pytest.raises(ValueError, match="cookie parameter 'a': nan is not"):
        Server().call("sync", cookies={"a": float("nan")})


@pytest.mark.parametrize("kind", KINDS)
def test_options_that_make_no_sense(kind: Kind) -> None:
    server = Server()
    bad: list[tuple[dict[str, Any], type[Exception], str]] = [
        ({"timeot": 1}, TypeError, "no such option of a call: timeot"),
        ({"max_retries": -1}, ValueError, "max_retries must be 0 or more"),
        ({"max_retries": True}, ValueError, "max_retries must be 0 or more"),
        ({"response_validation": "odd"}, ValueError, "lenient, warn or strict"),
    ]
    for options, error, message in bad:
        with pytest.raises(error, match=message):
            server.call(kind, options=options)
        with pytest.raises(error, match=message.replace("call", "client")):
            server.call(kind, client=options)
        with pytest.raises(error, match=message.replace("call", "client")):
            server.client().with_options(**options)
    with pytest.raises(SDKError, match="base_url must be an absolute URL"):
        server.client().with_options(base_url="x")
    assert server.requests == []


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
    with pytest.raises(ClientClosedError, match="the client is closed"):
        copy_.request(GET)
    # The copy leaves the original open, and the original ends its copies.
    assert client.request(GET) == {}
    third = client.with_options(timeout=1)
    with client:
        assert third.request(GET) == {}
    assert http.is_closed
    client.close()
    for closed in (client, third, third.with_options(timeout=1)):
        with pytest.raises(ClientClosedError, match="the client is closed"):
            closed.request(GET)


def test_closing_before_the_first_call() -> None:
    client = BaseClient(SERVICE)
    other = client.with_options(timeout=1)
    client.close()
    with pytest.raises(ClientClosedError, match="the client is closed"):
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


def test_with_response() -> None:
    server = Server(
        answer(503), answer(201, {"a": 1}, {"x-request-id": "r1", "x-left": "9"})
    )
    client = server.client()
    things = Things(client)
    call = client.with_response(things.list)
    reply = call(page=3)
    assert reply == Reply({"a": 1}, reply.http, 1)
    assert reply.data == {"a": 1}
    assert reply.status_code == 201
    assert reply.headers["x-left"] == "9"
    assert reply.request_id == "r1"
    assert reply.retries == 1
    assert reply.http.json() == {"a": 1}
    assert query_of(reply.http.request) == [("page", "3")]
    assert vars(call)["__wrapped__"] == things.list
    assert getattr(call, "__name__", "") == "list"


def test_with_response_of_what_is_no_call() -> None:
    client = Server().client()

    def nothing() -> int:
        return 5

    with pytest.raises(SDKError, match="a method that calls the API"):
        client.with_response(nothing)()


def test_with_response_inside_of_another() -> None:
    server = Server(answer(201, 1), answer(202, 2), answer(203, 3))
    client = server.client()

    def both() -> tuple[Any, Any]:
        inner = client.with_response(client.request)(GET)
        return inner, client.request(GET)

    outer = client.with_response(both)()
    inner, data = outer.data
    assert (inner.status_code, inner.data) == (201, 1)
    assert (outer.status_code, data) == (202, 2)
    # And nothing is left behind.
    assert client.request(GET) == 3


def test_with_response_in_threads() -> None:
    def echo(request: httpx2.Request) -> httpx2.Response:
        return answer(value=int(dict(query_of(request))["page"]))

    client = Server(echo).client()
    things = Things(client)
    barrier = threading.Barrier(8)
    wrong: list[object] = []

    def call(number: int) -> None:
        barrier.wait()
        for page in range(number * 100, number * 100 + 20):
            reply = client.with_response(things.list)(page=page)
            if (reply.data, reply.http.json()) != (page, page):
                wrong.append(reply)

    threads = [threading.Thread(target=call, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_with_response_in_tasks() -> None:
    async def echo(request: httpx2.Request) -> httpx2.Response:
        page = int(dict(query_of(request))["page"])
        await asyncio.sleep((page % 5) / 1000)
        return answer(value=page)

    async def run() -> None:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(echo))
        async with AsyncClient(SERVICE, http_client=http) as client:
            call = client.with_response(client.things.list)
            replies = await asyncio.gather(*(call(page=page) for page in range(50)))
            task = asyncio.create_task(call(page=7))
            assert (await task).data == 7
        assert [reply.data for reply in replies] == list(range(50))
        assert [reply.http.json() for reply in replies] == list(range(50))

        async def nothing() -> int:
            return 5

        with pytest.raises(SDKError, match="a method that calls the API"):
            await client.with_response(nothing)()

    asyncio.run(run())


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
