"""Exceptions for failed requests."""

from __future__ import annotations

import gzip
import socket

import httpx2
import pytest
from runtime import APIConnectionError, APITimeoutError

from ..loopback_server import OK_BODY, Handler, call, serve
from ..mock_server import KINDS, POST, Kind, MockServer


@pytest.mark.parametrize(
    ("failure", "error", "message"),
    [
        (httpx2.ConnectError("refused"), APIConnectionError, "connection failed"),
        (httpx2.ConnectTimeout(""), APITimeoutError, "timed out while connecting"),
        (
            httpx2.PoolTimeout(""),
            APITimeoutError,
            "timed out while waiting for a free connection",
        ),
        (httpx2.ReadTimeout(""), APITimeoutError, "request timed out"),
        (httpx2.ReadError("reset"), APIConnectionError, "connection lost"),
        (
            httpx2.ProxyError("403"),
            APIConnectionError,
            "the proxy refused the connection",
        ),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_the_error_describes_the_failure(
    kind: Kind, failure: httpx2.RequestError, error: type[Exception], message: str
) -> None:
    server = MockServer(failure)
    with pytest.raises(error, match=message) as caught:
        server.call(kind)
    assert type(caught.value) is error
    text = str(caught.value)
    assert text.startswith("GET https://api.example.com/v1/things: ")
    assert "after 3 attempts" in text
    assert caught.value.__cause__ is failure
    assert str(failure) in text


@pytest.mark.parametrize("kind", KINDS)
def test_a_server_that_does_not_respond_is_a_timeout(kind: Kind) -> None:
    def respond(handler: Handler, number: int) -> None:
        handler.loopback.stopping.wait(10)

    with serve(respond) as server:
        with pytest.raises(APITimeoutError, match="request timed out after 2 attempts"):
            call(kind, server.origin, client={"timeout": 0.1, "max_retries": 1})
        assert len(server.requests) == 2
        with pytest.raises(APITimeoutError):
            call(kind, server.origin, POST, client={"timeout": 0.1})
        assert len(server.requests) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_a_refused_connection_is_an_error(kind: Kind) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        origin = f"http://127.0.0.1:{taken.getsockname()[1]}"
        with pytest.raises(
            APIConnectionError, match="connection failed after 3 attempts"
        ):
            call(kind, origin, POST)


@pytest.mark.parametrize("kind", KINDS)
def test_an_invalid_compressed_response_is_an_error(kind: Kind) -> None:
    encoding = ("Content-Encoding", "gzip")

    def respond(handler: Handler, number: int) -> None:
        body = gzip.compress(OK_BODY) if number == 1 else b"no gzip"
        handler.send(200, body, ("Content-Type", "application/json"), encoding)

    with serve(respond) as server:
        assert call(kind, server.origin) == {"ok": True}
        with pytest.raises(APIConnectionError, match="decompression failed"):
            call(kind, server.origin)
