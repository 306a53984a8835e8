"""Replies: data with the response that contained it."""

from __future__ import annotations

import asyncio
import threading
from typing import Any

import httpx2
import pytest
from runtime import Reply, SDKError

from ..mock_server import GET, SERVICE, MockServer, make_response, query_of
from ..sample_client import AsyncClient, Things


def test_with_response_returns_data_and_response() -> None:
    server = MockServer(
        make_response(503),
        make_response(201, {"a": 1}, {"x-request-id": "r1", "x-left": "9"}),
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


def test_with_response_rejects_methods_that_send_no_request() -> None:
    client = MockServer().client()

    def send_nothing() -> int:
        return 5

    with pytest.raises(SDKError, match="a method that calls the API"):
        client.with_response(send_nothing)()


def test_with_response_can_be_nested() -> None:
    server = MockServer(
        make_response(201, 1), make_response(202, 2), make_response(203, 3)
    )
    client = server.client()

    def both() -> tuple[Any, Any]:
        inner = client.with_response(client.request)(GET)
        return inner, client.request(GET)

    outer = client.with_response(both)()
    inner, data = outer.data
    assert (inner.status_code, inner.data) == (201, 1)
    assert (outer.status_code, data) == (202, 2)
    # Later calls return data only.
    assert client.request(GET) == 3


def test_with_response_works_in_threads() -> None:
    def echo(request: httpx2.Request) -> httpx2.Response:
        return make_response(value=int(dict(query_of(request))["page"]))

    client = MockServer(echo).client()
    things = Things(client)
    barrier = threading.Barrier(8)
    mismatches: list[object] = []

    def call(number: int) -> None:
        barrier.wait()
        for page in range(number * 100, number * 100 + 20):
            reply = client.with_response(things.list)(page=page)
            if (reply.data, reply.http.json()) != (page, page):
                mismatches.append(reply)

    threads = [threading.Thread(target=call, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert mismatches == []


def test_with_response_works_in_tasks() -> None:
    async def echo(request: httpx2.Request) -> httpx2.Response:
        page = int(dict(query_of(request))["page"])
        await asyncio.sleep((page % 5) / 1000)
        return make_response(value=page)

    async def run() -> None:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(echo))
        async with AsyncClient(SERVICE, http_client=http) as client:
            call = client.with_response(client.things.list)
            replies = await asyncio.gather(*(call(page=page) for page in range(50)))
            task = asyncio.create_task(call(page=7))
            assert (await task).data == 7
        assert [reply.data for reply in replies] == list(range(50))
        assert [reply.http.json() for reply in replies] == list(range(50))

        async def send_nothing() -> int:
            return 5

        with pytest.raises(SDKError, match="a method that calls the API"):
            await client.with_response(send_nothing)()

    asyncio.run(run())
