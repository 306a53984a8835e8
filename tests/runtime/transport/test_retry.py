"""Retry policy."""

from __future__ import annotations

import io
import ssl
from email.utils import formatdate
from typing import Any

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime import (
    ANY,
    APIConnectionError,
    APIStatusError,
    Operation,
    RateLimitError,
    ServerError,
)
from runtime.transport.retry import backoff, find_server_delay, is_retryable_status

from ..loopback_server import OK_BODY, Handler, call, serve
from ..mock_server import GET, KINDS, POST, Kind, MockServer, make_response
from ..sample_files import UnseekableFile

OK = make_response(value={"ok": True})
NOW = 1_000_000_000.0


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 504])
def test_retryable_statuses_are_retried(kind: Kind, status: int) -> None:
    server = MockServer(make_response(status), make_response(status), OK)
    assert server.call(kind) == {"ok": True}
    assert len(server.requests) == 3
    # Exponential backoff with a jitter of 1.
    assert server.waits == [0.5, 1.0]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("status", [400, 401, 403, 404, 409, 422, 425, 501, 505])
def test_other_statuses_are_not_retried(kind: Kind, status: int) -> None:
    server = MockServer(make_response(status), OK)
    with pytest.raises(APIStatusError):
        server.call(kind)
    assert len(server.requests) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_number_of_retries_is_limited(kind: Kind) -> None:
    server = MockServer(make_response(500))
    with pytest.raises(ServerError, match=r"\(after 3 attempts\)"):
        server.call(kind)
    assert len(server.requests) == 3
    with pytest.raises(ServerError):
        server.call(kind, client={"max_retries": 0})
    assert len(server.requests) == 4
    with pytest.raises(ServerError):
        server.call(kind, client={"max_retries": 0}, options={"max_retries": 1})
    assert len(server.requests) == 6


@pytest.mark.parametrize("kind", KINDS)
def test_connection_failures_are_retried(kind: Kind) -> None:
    server = MockServer(httpx2.ConnectError("refused"), httpx2.ReadError("reset"), OK)
    assert server.call(kind) == {"ok": True}
    assert server.waits == [0.5, 1.0]


@pytest.mark.parametrize(
    "failure",
    [
        httpx2.UnsupportedProtocol("ftp"),
        httpx2.DecodingError("gzip"),
        httpx2.LocalProtocolError("bad header"),
    ],
)
def test_permanent_failures_are_not_retried(failure: httpx2.RequestError) -> None:
    server = MockServer(failure, OK)
    with pytest.raises(APIConnectionError):
        server.call("sync")
    assert len(server.requests) == 1


def test_a_rejected_certificate_is_not_retried() -> None:
    def refuse(request: httpx2.Request) -> httpx2.Response:
        try:
            raise ssl.SSLCertVerificationError("self-signed")
        except ssl.SSLError as error:
            raise httpx2.ConnectError("tls", request=request) from error

    server = MockServer(refuse)
    with pytest.raises(APIConnectionError):
        server.call("sync")
    assert len(server.requests) == 1


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("first", "is_retried"),
    [
        # Nothing was sent.
        (httpx2.ConnectError("refused"), True),
        (httpx2.ConnectTimeout(""), True),
        (httpx2.PoolTimeout(""), True),
        # The server has not processed the request.
        (make_response(408), True),
        (make_response(429), True),
        (make_response(503, headers={"Retry-After": "1"}), True),
        (make_response(500, headers={"x-should-retry": "true"}), True),
        # The server may have processed the request.
        (httpx2.ReadError("reset"), False),
        (httpx2.ReadTimeout(""), False),
        (httpx2.WriteError("reset"), False),
        (httpx2.RemoteProtocolError("gone"), False),
        (make_response(500), False),
        (make_response(502), False),
        (make_response(503), False),
        (make_response(504), False),
    ],
)
def test_methods_that_are_not_idempotent_are_retried_only_if_not_processed(
    kind: Kind, first: httpx2.Response | httpx2.RequestError, is_retried: bool
) -> None:
    for method in ("POST", "PATCH"):
        operation: Operation[Any] = Operation(method, "/things", returns=ANY)
        server = MockServer(first, OK)
        if is_retried:
            assert server.call(kind, operation) == {"ok": True}
            assert len(server.requests) == 2
        else:
            with pytest.raises((APIConnectionError, APIStatusError)):
                server.call(kind, operation)
            assert len(server.requests) == 1


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "DELETE", "QUERY"])
def test_idempotent_methods_are_retried(method: str) -> None:
    server = MockServer(
        make_response(500), httpx2.ReadError("reset"), make_response(204)
    )
    server.call("sync", Operation(method, "/things"))
    assert len(server.requests) == 3


@pytest.mark.parametrize("kind", KINDS)
def test_an_idempotency_key_is_the_same_in_each_attempt(kind: Kind) -> None:
    server = MockServer(make_response(500), httpx2.ReadError("reset"), OK)
    server.call(kind, POST, body={"a": 1}, options={"idempotency_key": "k1"})
    keys = [request.headers["idempotency-key"] for request in server.requests]
    assert keys == ["k1", "k1", "k1"]
    assert [request.content for request in server.requests] == [b'{"a":1}'] * 3


def test_a_body_that_is_not_replayable_is_not_retried() -> None:
    operation: Operation[Any] = Operation(
        "PUT", "/", returns=ANY, body="application/octet-stream"
    )
    server = MockServer(make_response(500), OK)
    with pytest.raises(ServerError):
        server.call("sync", operation, body=UnseekableFile(b"once"))
    assert len(server.requests) == 1

    server = MockServer(make_response(500), OK)
    server.call("sync", operation, body=io.BytesIO(b"twice"))
    assert [request.content for request in server.requests] == [b"twice", b"twice"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"retry-after-ms": "1500"}, 1.5),
        ({"retry-after": "7"}, 7.0),
        ({"retry-after": "0.25"}, 0.25),
        ({"retry-after": "7", "retry-after-ms": "100"}, 0.1),
        ({"retry-after": formatdate(NOW + 30, usegmt=True)}, 30.0),
        ({"retry-after": "60"}, 60.0),
        # Invalid values are ignored.
        ({"retry-after": "soon"}, 0.5),
        ({"retry-after": "-5"}, 0.5),
        ({"retry-after": "nan"}, 0.5),
        ({"retry-after": "inf"}, 0.5),
        ({"retry-after-ms": "soon", "retry-after": "3"}, 3.0),
    ],
)
def test_retry_after_determines_the_delay(
    kind: Kind, headers: dict[str, str], expected: float
) -> None:
    server = MockServer(make_response(429, headers=headers), OK)
    server.call(kind)
    assert server.waits == [expected]


def test_a_date_in_the_past_means_no_delay() -> None:
    headers = httpx2.Headers({"retry-after": formatdate(NOW - 30, usegmt=True)})
    assert find_server_delay(headers, lambda: NOW) == 0
    server = MockServer(make_response(429, headers=headers), OK)
    server.call("sync")
    assert server.waits == []


def test_a_date_without_a_zone_is_utc() -> None:
    date = formatdate(NOW + 30)
    assert date.endswith("-0000")
    headers = httpx2.Headers({"retry-after": date})
    assert find_server_delay(headers, lambda: NOW) == 30


@pytest.mark.parametrize(
    "delay", ["61", formatdate(NOW + 3600, usegmt=True), "999999999999999999999999"]
)
def test_a_retry_after_that_is_too_long_is_not_retried(delay: str) -> None:
    server = MockServer(make_response(429, headers={"retry-after": delay}), OK)
    with pytest.raises(RateLimitError) as caught:
        server.call("sync")
    assert len(server.requests) == 1
    assert caught.value.headers["retry-after"] == delay


@pytest.mark.parametrize(
    ("value", "attempts"), [("true", 2), ("TRUE", 2), ("false", 1)]
)
def test_x_should_retry_overrides_the_policy(value: str, attempts: int) -> None:
    for status in (409, 500):
        server = MockServer(
            make_response(status, headers={"x-should-retry": value}), OK
        )
        if attempts == 1:
            with pytest.raises(APIStatusError):
                server.call("sync")
        else:
            server.call("sync")
        assert len(server.requests) == attempts
    unclear = httpx2.Headers({"x-should-retry": "maybe"})
    assert not is_retryable_status(409, unclear, idempotent=True)


@given(st.integers(0, 10_000), st.floats(0, 1))
def test_backoff_is_bounded(retries: int, jitter: float) -> None:
    delay = backoff(retries, jitter)
    assert 0 <= delay <= min(0.5 * 2 ** min(retries, 10), 8)
    assert delay <= backoff(retries, 1.0)


def test_jitter_covers_the_whole_delay() -> None:
    """Clients that fail at the same time retry at different times."""
    assert [backoff(3, jitter) for jitter in (0.0, 0.25, 1.0)] == [0.0, 1.0, 4.0]
    assert [backoff(retries, 0.5) for retries in range(6)] == [0.25, 0.5, 1, 2, 4, 4]


@given(st.text(), st.text())
def test_any_retry_after_header_can_be_parsed(seconds: str, milliseconds: str) -> None:
    headers = httpx2.Headers(
        [
            (b"retry-after", seconds.encode("utf-8", "replace")),
            (b"retry-after-ms", milliseconds.encode("utf-8", "replace")),
        ]
    )
    delay = find_server_delay(headers, lambda: NOW)
    assert delay is None or delay >= 0


def test_get_is_retried_and_post_is_not() -> None:
    # The policy depends on the method, not on the path.
    for operation, attempts in ((GET, 2), (POST, 1)):
        server = MockServer(make_response(500), OK)
        try:
            server.call("sync", operation)
        except ServerError:
            assert operation is POST
        assert len(server.requests) == attempts


@pytest.mark.parametrize("kind", KINDS)
def test_a_reset_connection_is_retried(kind: Kind) -> None:
    def respond(handler: Handler, number: int) -> None:
        if number == 1:
            handler.reset()
        elif number == 2:
            handler.send(200, OK_BODY, reset_after=3)
        else:
            handler.send(200, OK_BODY)

    with serve(respond) as server:
        assert call(kind, server.origin) == {"ok": True}
    assert len(server.requests) == 3


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("cut", [None, 3])
def test_a_post_with_a_reset_connection_is_retried_only_with_a_key(
    kind: Kind, cut: int | None
) -> None:
    def respond(handler: Handler, number: int) -> None:
        if cut is None:
            handler.reset()
        else:
            handler.send(200, OK_BODY, reset_after=cut)

    with serve(respond) as server:
        with pytest.raises(APIConnectionError, match="connection lost"):
            call(kind, server.origin, POST, body={})
        assert len(server.requests) == 1
        with pytest.raises(APIConnectionError, match="after 3 attempts"):
            call(kind, server.origin, POST, body={}, options={"idempotency_key": "k"})
        assert len(server.requests) == 4
