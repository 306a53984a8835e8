"""Streamed responses: server-sent events and lines of JSON."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest

from .harness import Harness, Kind
from .test_lifecycle import wait_for_connections


def read(kind: Kind, client: Any, resource: str, **arguments: Any) -> Any:
    """Return the numbers of all items, or an awaitable of them."""
    numbers: list[int] = []
    call = getattr(client, resource).list

    def run() -> list[int]:
        with call(**arguments) as stream:
            for item in stream:
                assert item.text in {"ä\n", "ä\u2028"}
                numbers.append(item.number)
        return numbers

    async def run_async() -> list[int]:
        async with await call(**arguments) as stream:
            async for item in stream:
                assert item.text in {"ä\n", "ä\u2028"}
                numbers.append(item.number)
        return numbers

    return run() if kind == "sync" else run_async()


@pytest.mark.parametrize("resource", ["events", "lines"])
@pytest.mark.parametrize("count", [0, 1, 500])
def test_streams_are_read_completely(
    harness: Harness, kind: Kind, resource: str, count: int
) -> None:
    outcome = harness.call_with_faults(
        kind, "ok", lambda client: read(kind, client, resource, **{resource: count})
    )
    assert outcome.returned() == list(range(1, count + 1))
    expected = "text/event-stream" if resource == "events" else "application/jsonl"
    assert outcome.attempts[0]["headers"]["accept"] == expected


def test_events_resume_after_a_disconnect(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(
        kind, "ok", lambda client: read(kind, client, "events", events=20, break_=7)
    )
    numbers = outcome.returned()
    assert numbers == list(range(1, 21))
    first, second = outcome.attempts
    assert "last-event-id" not in first["headers"]
    assert 1 <= int(second["headers"]["last-event-id"]) <= 7
    assert outcome.waits == pytest.approx([0.01])  # from the `retry` field


def test_interrupted_lines_raise(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(
        kind, "ok", lambda client: read(kind, client, "lines", lines=20, break_=7)
    )
    outcome.raised(harness.package.APIConnectionError)
    assert len(outcome.attempts) == 1


def test_start_of_a_stream_is_retried(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(
        kind, "503,reset-before,ok", lambda client: read(kind, client, "events")
    )
    assert outcome.returned() == [1, 2, 3, 4, 5]
    assert len(outcome.attempts) == 3


@pytest.mark.parametrize("resource", ["events", "lines"])
def test_rejected_stream_raises(harness: Harness, kind: Kind, resource: str) -> None:
    outcome = harness.call_with_faults(
        kind, "404", lambda client: read(kind, client, resource)
    )
    error = outcome.raised(harness.package.NotFoundError)
    assert error.error.detail == "as you wish"


@pytest.mark.parametrize("resource", ["events", "lines"])
def test_stream_closed_early_releases_its_connection(
    harness: Harness, kind: Kind, resource: str
) -> None:
    server = harness.server
    before = server.connections()["open"]
    arguments = {resource: 100_000}

    def leave(client: Any) -> int:
        with getattr(client, resource).list(**arguments) as stream:
            return int(next(iter(stream)).number)

    async def leave_async(client: Any) -> int:
        async with await getattr(client, resource).list(**arguments) as stream:
            return int((await anext(aiter(stream))).number)

    run = leave if kind == "sync" else leave_async
    assert harness.run(kind, run) == 1
    assert wait_for_connections(server, before) == before


def test_cancelled_reader_of_a_stream_releases_its_connection(harness: Harness) -> None:
    server = harness.server
    before = server.connections()["open"]

    async def run() -> None:
        async with harness.client("async") as client:

            async def work() -> None:
                async with await client.events.list(events=1_000_000) as stream:
                    async for _ in stream:
                        pass

            task = asyncio.create_task(work())
            await asyncio.sleep(0.3)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            assert (await client.things.retrieve("t")).id == "t"

    asyncio.run(run())
    assert wait_for_connections(server, before) == before
