"""Hooks, the log, the deadline, and transports of one's own."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import Any

import httpx2
import pytest

from .harness import Harness, Kind, fresh_name


def retrieve(client: Any) -> Any:
    return client.things.retrieve("t1")


def test_hooks_see_each_try(harness: Harness, kind: Kind) -> None:
    seen: list[str] = []

    def before(request: Any) -> None:
        seen.append(f"{request.method} {request.route} {request.retries}")
        request.headers["X-Trace"] = f"{request.retries}"

    def after(response: Any) -> None:
        seen.append(f"{response.status_code}")

    def again(retry: Any) -> None:
        seen.append(f"retry {retry.retries} {retry.delay}")

    hooks = harness.package.Hooks(
        before_request=before, after_response=after, on_retry=again
    )
    outcome = harness.meet(kind, "503,reset-after,ok", retrieve, hooks=hooks)
    outcome.returned()
    assert seen == [
        "GET /things/{thing} 0",
        "503",
        "retry 1 0.5",
        "GET /things/{thing} 1",
        "retry 2 1.0",
        "GET /things/{thing} 2",
        "200",
    ]
    assert [one["headers"]["x-trace"] for one in outcome.tries] == ["0", "1", "2"]


def test_async_hooks_are_awaited(harness: Harness) -> None:
    seen: list[int] = []

    async def after(response: Any) -> None:
        seen.append(response.status_code)

    hooks = harness.package.Hooks(after_response=after)
    harness.meet("async", "500,ok", retrieve, hooks=hooks).returned()
    assert seen == [500, 200]


def test_the_log_tells_and_keeps_secrets(
    harness: Harness, kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    def enter(client: Any) -> Any:
        return client.doors.both()

    given = {"header_key": "k-secret", "query_key": "k-secret"}
    harness.meet(kind, "503,ok", enter, **given).returned()
    name = harness.package.__name__
    assert not [one for one in caplog.records if one.name.startswith(name)]
    with caplog.at_level(logging.DEBUG, logger=name):
        harness.meet(kind, "503,ok", enter, **given).returned()
    told = [one for one in caplog.records if one.name.startswith(name)]
    text = "\n".join(one.getMessage() for one in told)
    assert "/doors/both" in text
    assert "503" in text
    assert "200" in text
    assert "k-secret" not in text


@pytest.mark.parametrize(
    "fault", ["stall", "stall-body", "429:seconds=5", "reset-after"]
)
def test_a_deadline_holds_for_all_tries(
    harness: Harness, kind: Kind, fault: str
) -> None:
    def call(client: Any) -> Any:
        return client.things.retrieve("t1", options={"deadline": 0.4})

    headers = {"X-Fault": fault, "X-Call": fresh_name()}
    started = time.monotonic()
    with pytest.raises(harness.package.SDKError):
        harness.run(kind, call, headers=headers, timeout=30, max_retries=100)
    assert time.monotonic() - started < 3
    tries = harness.server.tries(headers["X-Call"])
    assert len(tries) == 1 or fault == "reset-after"


def test_a_deadline_that_is_kept(harness: Harness, kind: Kind) -> None:
    outcome = harness.meet(kind, "slow-body:0.05", retrieve, deadline=5)
    assert outcome.returned().id == "t1"


def test_a_transport_for_tests(harness: Harness, kind: Kind) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        value = {"id": request.url.path, "name": "n", "size": 1}
        return httpx2.Response(200, json=value)

    with_transport = {"transport": httpx2.MockTransport(answer)}
    client = harness.client(kind, **with_transport)
    if kind == "sync":
        with client:
            assert client.things.retrieve("t1").id == "/things/t1"
        return

    async def run() -> str:
        async with client:
            thing = await client.things.retrieve("t1")
            return str(thing.id)

    assert asyncio.run(run()) == "/things/t1"
