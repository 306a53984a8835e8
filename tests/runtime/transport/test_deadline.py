"""Deadlines of calls."""

from __future__ import annotations

import asyncio
import time
from typing import Any

import httpx2
import pytest
from runtime import (
    ANY,
    APIConnectionError,
    APITimeoutError,
    AsyncBaseClient,
    BaseClient,
    Operation,
    RateLimitError,
    ServerError,
)
from runtime.transport.clock import Clock
from runtime.transport.deadline import BoundedTimeouts, Deadline

from ..loopback_server import LOOPBACK_SERVICE, OK_BODY, Handler, LoopbackServer, serve
from ..mock_server import GET, KINDS, POST, Kind, MockServer, make_response

OK = make_response(value={"ok": True})


@pytest.mark.parametrize("kind", KINDS)
def test_a_delay_that_exceeds_the_deadline_is_an_error(kind: Kind) -> None:
    server = MockServer(make_response(503))
    with pytest.raises(
        APITimeoutError,
        match=r"things: received status 503, and there is no time to wait 1 s for another attempt "
        r"within the deadline of 1\.2 s after 2 attempts\.$",
    ) as caught:
        server.call(kind, client={"deadline": 1.2, "max_retries": 5})
    assert server.waits == [0.5]
    assert len(server.requests) == 2
    # The error contains the response.
    assert isinstance(caught.value.__cause__, ServerError)
    assert caught.value.__cause__.status_code == 503


@pytest.mark.parametrize("kind", KINDS)
def test_a_requested_delay_that_exceeds_the_deadline_is_an_error(kind: Kind) -> None:
    server = MockServer(make_response(429, headers={"retry-after": "30"}), OK)
    with pytest.raises(
        APITimeoutError, match="there is no time to wait 30 s"
    ) as caught:
        server.call(kind, POST, body={}, options={"deadline": 10})
    assert len(server.requests) == 1
    assert server.waits == []
    assert isinstance(caught.value.__cause__, RateLimitError)
    assert caught.value.__cause__.headers["retry-after"] == "30"
    server = MockServer(make_response(429, headers={"retry-after": "30"}), OK)
    assert server.call(kind, options={"deadline": 31}) == {"ok": True}


@pytest.mark.parametrize("kind", KINDS)
def test_connection_failures_are_retried_until_the_deadline(kind: Kind) -> None:
    failure = httpx2.ConnectError("refused")
    server = MockServer(failure)
    with pytest.raises(
        APITimeoutError, match="connection failed, and there is no time"
    ) as caught:
        server.call(kind, client={"deadline": 2, "max_retries": 9})
    assert server.waits == [0.5, 1.0]
    assert caught.value.__cause__ is failure


@pytest.mark.parametrize("kind", KINDS)
def test_the_duration_of_attempts_counts(kind: Kind) -> None:
    def slow(request: httpx2.Request) -> httpx2.Response:
        server.spent += 4.0
        raise httpx2.ReadTimeout("", request=request)

    server = MockServer(slow)
    with pytest.raises(
        APITimeoutError,
        match=r"no response within the deadline of 8 s after 2 attempts\.$",
    ):
        server.call(kind, client={"deadline": 8, "max_retries": 9})
    assert len(server.requests) == 2


def test_timeouts_are_limited_to_the_remaining_time() -> None:
    timeouts: list[dict[str, float | None]] = []

    def handle(request: httpx2.Request) -> httpx2.Response:
        timeouts.append(dict(request.extensions["timeout"]))
        return make_response(503)

    server = MockServer(handle)
    with pytest.raises(APITimeoutError):
        server.call("sync", client={"deadline": 1, "timeout": None})
    assert timeouts == [
        dict.fromkeys(("connect", "read", "write", "pool"), 1.0),
        dict.fromkeys(("connect", "read", "write", "pool"), 0.5),
    ]


def test_bounded_timeouts_decrease_with_time() -> None:
    now = [0.0]
    deadline = Deadline(3, Clock(monotonic=lambda: now[0]))
    timeouts = BoundedTimeouts({"read": 2.0, "connect": None}, deadline)
    assert dict(timeouts) == {"read": 2.0, "connect": 3.0}
    now[0] = 2.5
    assert dict(timeouts) == {"read": 0.5, "connect": 0.5}
    now[0] = 4
    # A timeout of 0 would make the socket non-blocking.
    assert 0 < (timeouts.get("read") or 0) <= 0.001
    deadline.lift()
    assert dict(timeouts) == {"read": 2.0, "connect": None}
    assert len(timeouts) == 2


def test_a_deadline_can_be_set_on_the_client_or_the_call() -> None:
    server = MockServer(make_response(503), OK)
    client = server.client(deadline=0.1)
    with pytest.raises(APITimeoutError):
        client.request(GET)
    assert client.request(GET) == {"ok": True}
    server.responses[:] = [make_response(503), OK]
    assert client.request(GET, options={"deadline": None}) == {"ok": True}
    server.responses[:] = [make_response(503), OK]
    assert client.with_options(deadline=None).request(GET) == {"ok": True}
    server.responses[:] = [make_response(503), OK]
    assert client.with_options(timeout=1).request(GET, options={"deadline": 2})
    server.responses[:] = [make_response(503), OK]
    with pytest.raises(APITimeoutError):
        client.with_options(timeout=1).request(GET)


@pytest.mark.parametrize("value", [0, -1, float("nan"), float("inf"), "3", True])
def test_an_invalid_deadline_is_rejected(value: Any) -> None:
    with pytest.raises(
        ValueError, match="deadline must be seconds greater than 0, or None"
    ):
        BaseClient(LOOPBACK_SERVICE, deadline=value)
    with pytest.raises(ValueError, match="deadline must be"):
        MockServer().call("sync", options={"deadline": value})


SLOW: Operation[Any] = Operation("GET", "/slow", returns=ANY)


def send_nothing(handler: Handler, _: int) -> None:
    if handler.path == "/slow":
        handler.loopback.stopping.wait(10)
    handler.send(200, OK_BODY)


def send_slowly(handler: Handler, _: int) -> None:
    if handler.path == "/things":
        handler.send(200, OK_BODY)
        return
    handler.send_response(200)
    handler.send_header("Content-Type", "application/json")
    handler.send_header("Content-Length", "1000")
    handler.end_headers()
    try:
        while not handler.loopback.stopping.wait(0.05):
            handler.wfile.write(b" ")
            handler.wfile.flush()
    except OSError:
        handler.close_connection = True


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("respond", [send_nothing, send_slowly])
def test_a_deadline_interrupts_a_slow_response(kind: Kind, respond: Any) -> None:
    """The timeout does not apply to the whole call. The client remains usable."""
    durations: list[float] = []

    def check(server: LoopbackServer) -> None:
        with BaseClient(LOOPBACK_SERVICE, base_url=server.origin, timeout=30) as client:
            start = time.monotonic()
            with pytest.raises(APITimeoutError, match=r"the deadline of 0\.3 s\.$"):
                client.request(SLOW, options={"deadline": 0.3})
            durations.append(time.monotonic() - start)
            assert client.request(GET) == {"ok": True}

    async def check_async(server: LoopbackServer) -> None:
        async with AsyncBaseClient(
            LOOPBACK_SERVICE, base_url=server.origin, timeout=30
        ) as client:
            start = time.monotonic()
            with pytest.raises(APITimeoutError, match=r"the deadline of 0\.3 s\.$"):
                await client.request(SLOW, options={"deadline": 0.3})
            durations.append(time.monotonic() - start)
            assert await client.request(GET) == {"ok": True}

    with serve(respond) as server:
        if kind == "sync":
            check(server)
        else:
            asyncio.run(check_async(server))
        # On a busy machine, the deadline passes before the first request is sent.
        assert server.requests[-1].target == "/things"
    assert 0.2 < durations[0] < 20


def test_cancelling_a_call_with_a_deadline_raises_cancelled_error() -> None:
    async def run(server: LoopbackServer) -> None:
        async with AsyncBaseClient(
            LOOPBACK_SERVICE, base_url=server.origin, deadline=30
        ) as client:
            task = asyncio.ensure_future(client.request(SLOW))
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert await client.request(GET) == {"ok": True}

    with serve(send_nothing) as server:
        asyncio.run(run(server))


@pytest.mark.parametrize("kind", KINDS)
def test_failures_within_the_deadline_are_not_changed(kind: Kind) -> None:
    server = MockServer(httpx2.ReadTimeout(""))
    with pytest.raises(APITimeoutError, match="request timed out after 3 attempts"):
        server.call(kind)
    server = MockServer(httpx2.ReadError("reset"))
    with pytest.raises(APIConnectionError, match="connection lost"):
        server.call(kind, client={"deadline": 100})
