"""HTTP/2."""

from __future__ import annotations

import asyncio
import json
import socket
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Any

import pytest
from hypercorn.asyncio import serve  # pyright: ignore[reportUnknownVariableType]
from hypercorn.config import Config

from tests.behaviour.faults.http2 import Http2Fault, run_http2_faults

from .harness import Harness, Kind

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

THING = {"id": "t1", "name": "n", "size": 1}


@contextmanager
def run_http2_server(
    certificate: tuple[Path, Path],
) -> Generator[tuple[str, list[str]]]:
    """Run a server with HTTP/2; yield its URL and the versions of received requests."""
    versions: list[str] = []

    async def respond(scope: Any, _: Any, send: Any) -> None:
        if scope["type"] != "http":
            return
        versions.append(scope["http_version"])
        headers = [(b"content-type", b"application/json")]
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": json.dumps(THING).encode()})

    listener = socket.create_server(("127.0.0.1", 0))
    url = f"https://127.0.0.1:{listener.getsockname()[1]}"
    config = Config()
    config.bind = [f"fd://{listener.detach()}"]  # closed by the server
    config.certfile, config.keyfile = map(str, certificate)
    config.alpn_protocols = ["h2", "http/1.1"]
    loop = asyncio.new_event_loop()
    stopped = asyncio.Event()
    done = serve(respond, config, shutdown_trigger=stopped.wait)
    thread = Thread(target=loop.run_until_complete, args=[done])
    thread.start()
    try:
        yield url, versions
    finally:
        loop.call_soon_threadsafe(stopped.set)
        thread.join(timeout=30)
        loop.close()


@pytest.mark.parametrize(("http2", "version"), [(True, "2"), (False, "1.1")])
def test_http2_option_selects_the_version(
    harness: Harness,
    kind: Kind,
    certificate: tuple[Path, Path],
    http2: bool,
    version: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))

    def call_twice(client: Any) -> Any:
        return [client.things.retrieve("t1").name for _ in range(2)]

    async def call_at_once(client: Any) -> Any:
        async with client:
            calls = [client.things.retrieve("t1") for _ in range(20)]
            return [thing.name for thing in await asyncio.gather(*calls)]

    with run_http2_server(certificate) as (url, versions):
        options = {"base_url": url, "http2": http2, "token": "secret"}
        client = harness.client(kind, **options)
        if kind == "sync":
            with client:
                names = call_twice(client)
        else:
            names = asyncio.run(call_at_once(client))
    assert set(names) == {"n"}
    assert versions == [version] * len(names)


@pytest.mark.parametrize(
    "fault", ["refuse", "reset", "reset-body", "goaway", "goaway-idle", "close"]
)
@pytest.mark.parametrize("action", ["retrieve", "create"])
def test_resets_of_streams_and_connections_are_interruptions(
    harness: Harness,
    kind: Kind,
    certificate: tuple[Path, Path],
    fault: Http2Fault,
    action: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate[0]))
    results: list[Any] = []

    def start(client: Any) -> Any:
        things = client.things
        return (
            things.retrieve("t1") if action == "retrieve" else things.create(name="n")
        )

    def run_sync(client: Any) -> None:
        with client:
            for _ in range(3):
                try:
                    results.append(start(client).name)
                except harness.package.APIConnectionError as error:
                    results.append(error)

    async def run_async(client: Any) -> None:
        async with client:
            for _ in range(3):
                try:
                    results.append((await start(client)).name)
                except harness.package.APIConnectionError as error:
                    results.append(error)

    with run_http2_faults(certificate, ["ok", fault]) as (url, methods):
        client = harness.client(kind, base_url=url, http2=True, timeout=5)
        harness.record_waits(client)
        if kind == "sync":
            run_sync(client)
        else:
            asyncio.run(run_async(client))
    # GET is sent again; POST is an error, because the server may have processed it.
    # After GOAWAY, the HTTP library knows that it has not.
    is_error = action == "create" and not fault.startswith("goaway")
    failures = [result for result in results if result != "n"]
    assert len(failures) == (1 if is_error else 0), (results, methods)
    assert len(methods) == (3 if is_error or fault == "goaway-idle" else 4)
