"""Calls over real connections."""

from __future__ import annotations

import asyncio
import gzip
import io
import json
import socket
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    APIConnectionError,
    APIDecodeError,
    APITimeoutError,
    AsyncBaseClient,
    BaseClient,
    Operation,
)

from .loopback_server import (
    LOOPBACK_SERVICE,
    OK_BODY,
    PUT,
    Handler,
    Host,
    call,
    respond_ok,
    serve,
)
from .mock_server import GET, KINDS, POST, Kind
from .sample_files import UnseekableFile

UPLOAD: Operation[Any] = Operation(
    "POST", "/things", returns=ANY, body="multipart/form-data"
)


@pytest.mark.parametrize("kind", KINDS)
def test_a_call(kind: Kind) -> None:
    with serve(respond_ok) as host:
        assert call(kind, host.origin, POST, body={"é": 1}) == {"ok": True}
    (seen,) = host.seen
    assert json.loads(seen.body) == {"é": 1}
    assert seen.headers["content-length"] == str(len(seen.body))
    assert seen.headers["content-type"] == "application/json"


@pytest.mark.parametrize("kind", KINDS)
def test_the_path_arrives_as_it_was_encoded(kind: Kind) -> None:
    operation: Operation[Any] = Operation("GET", "/a/{id}/b", returns=ANY)
    with serve(respond_ok) as host:
        call(kind, host.origin, operation, path={"id": "x/y?z"}, query={"q": "a b|[]"})
    assert host.seen[0].target == "/a/x%2Fy%3Fz/b?q=a%20b%7C%5B%5D"


@pytest.mark.parametrize("kind", KINDS)
def test_a_connection_that_breaks(kind: Kind) -> None:
    def play(handler: Handler, number: int) -> None:
        if number == 1:
            handler.reset()
        elif number == 2:
            handler.reply(200, OK_BODY, cut=3)
        else:
            handler.reply(200, OK_BODY)

    with serve(play) as host:
        assert call(kind, host.origin) == {"ok": True}
    assert len(host.seen) == 3


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("cut", [None, 3])
def test_a_post_that_breaks_is_made_once(kind: Kind, cut: int | None) -> None:
    def play(handler: Handler, number: int) -> None:
        if cut is None:
            handler.reset()
        else:
            handler.reply(200, OK_BODY, cut=cut)

    with serve(play) as host:
        with pytest.raises(APIConnectionError, match="connection lost"):
            call(kind, host.origin, POST, body={})
        assert len(host.seen) == 1
        with pytest.raises(APIConnectionError, match="after 3 attempts"):
            call(kind, host.origin, POST, body={}, options={"idempotency_key": "k"})
        assert len(host.seen) == 4


@pytest.mark.parametrize("kind", KINDS)
def test_a_server_that_does_not_answer(kind: Kind) -> None:
    def play(handler: Handler, number: int) -> None:
        handler.host.released.wait(10)

    with serve(play) as host:
        with pytest.raises(APITimeoutError, match="request timed out after 2 attempts"):
            call(kind, host.origin, client={"timeout": 0.1, "max_retries": 1})
        assert len(host.seen) == 2
        with pytest.raises(APITimeoutError):
            call(kind, host.origin, POST, client={"timeout": 0.1})
        assert len(host.seen) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_listens(kind: Kind) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        origin = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(
            APIConnectionError, match="connection failed after 3 attempts"
        ):
            call(kind, origin, POST)


@pytest.mark.parametrize("kind", KINDS)
def test_compressed_answers(kind: Kind) -> None:
    encoding = ("Content-Encoding", "gzip")

    def play(handler: Handler, number: int) -> None:
        body = gzip.compress(OK_BODY) if number == 1 else b"no gzip"
        handler.reply(200, body, ("Content-Type", "application/json"), encoding)

    with serve(play) as host:
        assert call(kind, host.origin) == {"ok": True}
        with pytest.raises(APIConnectionError, match="decompression failed"):
            call(kind, host.origin)


@pytest.mark.parametrize("kind", KINDS)
def test_a_body_shorter_than_its_json(kind: Kind) -> None:
    def play(handler: Handler, number: int) -> None:
        handler.reply(200, OK_BODY[:-2])

    with serve(play) as host, pytest.raises(APIDecodeError, match="invalid JSON"):
        call(kind, host.origin)


@pytest.mark.parametrize("kind", KINDS)
def test_uploads(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "large.bin"
    path.write_bytes(bytes(range(256)) * 1000)

    def play(handler: Handler, number: int) -> None:
        handler.reply(503 if number in {1, 3} else 200, OK_BODY, ("Retry-After", "0"))

    with serve(play) as host:
        call(kind, host.origin, PUT, body=path)
        call(kind, host.origin, UPLOAD, body={"file": path, "note": "é"})
        call(kind, host.origin, PUT, body=UnseekableFile(b"x" * 100_000))
    first, again, form, form_again, stream = host.seen
    assert first.body == again.body == path.read_bytes()
    assert again.headers["content-length"] == "256000"
    assert form.body == form_again.body
    assert form.headers["content-length"] == str(len(form.body))
    assert path.read_bytes() in form.body
    assert stream.body == b"x" * 100_000
    assert stream.headers["transfer-encoding"] == "chunked"
    assert "content-length" not in stream.headers


@pytest.mark.parametrize("kind", KINDS)
def test_no_credential_reaches_another_host(kind: Kind) -> None:
    with serve(respond_ok) as elsewhere:

        def play(handler: Handler, number: int) -> None:
            handler.reply(307, b"", ("Location", f"{elsewhere.origin}/stolen"))

        with serve(play) as host:
            call(kind, host.origin, client={"credentials": {"b": "secret"}})
            file = io.BytesIO(b"data")
            call(
                kind,
                host.origin,
                PUT,
                body=file,
                client={"credentials": {"b": "secret"}},
            )
    assert [seen.headers["authorization"] for seen in host.seen] == [
        "Bearer secret"
    ] * 2
    read, written = elsewhere.seen
    assert "authorization" not in read.headers
    assert "authorization" not in written.headers
    assert read.headers["host"] == elsewhere.origin.removeprefix("http://")
    assert (written.method, written.body) == ("PUT", b"data")


def test_connections_are_kept_and_shared() -> None:
    ports: set[int] = set()

    def play(handler: Handler, number: int) -> None:
        ports.add(handler.client_address[1])
        handler.reply(200, OK_BODY)

    with (
        serve(play) as host,
        BaseClient(LOOPBACK_SERVICE, base_url=host.origin) as client,
    ):
        client.request(GET)
        client.with_options(timeout=3).request(GET)
    assert len(ports) == 1


def echo(handler: Handler, number: int) -> None:
    handler.reply(200, json.dumps(handler.path.partition("=")[2]).encode())


def test_threads_may_share_a_client() -> None:
    with (
        serve(echo) as host,
        BaseClient(LOOPBACK_SERVICE, base_url=host.origin) as client,
    ):

        def page(number: int) -> Any:
            reply = client.with_response(client.request)(GET, query={"page": number})
            return reply.data, reply.http.json()

        with ThreadPoolExecutor(16) as pool:
            pages = list(pool.map(page, range(200)))
    assert pages == [(str(number), str(number)) for number in range(200)]


def test_tasks_may_share_a_client() -> None:
    async def run(host: Host) -> list[Any]:
        async with AsyncBaseClient(LOOPBACK_SERVICE, base_url=host.origin) as client:
            return await asyncio.gather(
                *(client.request(GET, query={"page": number}) for number in range(100))
            )

    with serve(echo) as host:
        assert asyncio.run(run(host)) == [str(number) for number in range(100)]


def test_a_cancelled_call_leaves_no_connection_behind() -> None:
    def play(handler: Handler, number: int) -> None:
        if handler.path == "/slow":
            handler.host.released.wait(10)
        else:
            handler.reply(200, OK_BODY)

    async def run(host: Host) -> None:
        slow: Operation[Any] = Operation("GET", "/slow", returns=ANY)
        async with AsyncBaseClient(LOOPBACK_SERVICE, base_url=host.origin) as client:
            with pytest.raises(asyncio.TimeoutError):
                await asyncio.wait_for(client.request(slow), 0.2)
            assert await client.request(GET) == {"ok": True}

    with serve(play) as host:
        asyncio.run(run(host))
        assert threading.active_count() < 20


def test_cancelled_calls_give_their_connections_back() -> None:
    """All of them at any moment of a call, over a pool that has room for two."""

    def play(handler: Handler, number: int) -> None:
        handler.host.released.wait(0.02)
        handler.reply(200, OK_BODY)

    async def run(host: Host) -> None:
        http = httpx2.AsyncClient(limits=httpx2.Limits(max_connections=2))
        async with (
            http,
            AsyncBaseClient(
                LOOPBACK_SERVICE, base_url=host.origin, http_client=http, timeout=10
            ) as client,
        ):
            for moment in range(12):
                tasks = [asyncio.ensure_future(client.request(GET)) for _ in range(6)]
                await asyncio.sleep(moment * 0.004)
                for task in tasks:
                    task.cancel()
                done = await asyncio.gather(*tasks, return_exceptions=True)
                assert all(
                    item == {"ok": True} or isinstance(item, asyncio.CancelledError)
                    for item in done
                )
            # Whatever became of them, the pool still has room for two at once.
            calls = [client.request(GET, options={"deadline": 5}) for _ in range(8)]
            assert await asyncio.gather(*calls) == [{"ok": True}] * 8
        assert asyncio.all_tasks() == {asyncio.current_task()}

    with serve(play) as host:
        asyncio.run(run(host))


def test_a_proxy_of_the_caller() -> None:
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
    (seen,) = proxy.seen
    assert seen.target == "http://api.example.invalid/v1/things?a=1"
    assert seen.headers["host"] == "api.example.invalid"
