"""Clients shared by threads, tasks and copies; forks, closing, proxies, transports."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest

from tests.behaviour.faults.process import FaultServer

from .harness import Harness, Kind, unique_name


def wait_for_connections(server: FaultServer, wanted: int) -> int:
    """Return the number of open connections, after waiting for it to decrease."""
    ends = time.monotonic() + 5
    while (now := server.connections()["open"]) > wanted and time.monotonic() < ends:
        time.sleep(0.02)
    return now


def test_threads_share_a_client(harness: Harness) -> None:
    before = harness.server.connections()["open"]
    with harness.client("sync") as client, ThreadPoolExecutor(8) as threads:
        names = [f"t{number}" for number in range(100)]
        things = list(threads.map(client.things.retrieve, names))
        assert [thing.id for thing in things] == names
        assert harness.server.connections()["open"] <= before + 8
    assert wait_for_connections(harness.server, before) == before


def test_tasks_share_a_client(harness: Harness) -> None:
    before = harness.server.connections()["open"]
    names = [f"t{number}" for number in range(100)]

    async def run() -> list[Any]:
        async with harness.client("async") as client:
            calls = [client.things.retrieve(name) for name in names]
            things = await asyncio.gather(*calls)
            assert len(asyncio.all_tasks()) == 1
            return list(things)

    assert [thing.id for thing in asyncio.run(run())] == names
    assert wait_for_connections(harness.server, before) == before


def test_cancelled_tasks_return_their_connections(harness: Harness) -> None:
    server = harness.server
    before = server.connections()["open"]

    async def run() -> None:
        async with harness.client("async") as client:
            for fault in ("stall", "stall-body", "slow-header:1"):
                slow = client.with_options(headers={"X-Fault": fault})
                calls = [
                    asyncio.create_task(slow.things.retrieve("t")) for _ in range(20)
                ]
                await asyncio.sleep(0.1)
                for call in calls:
                    call.cancel()
                ended = await asyncio.gather(*calls, return_exceptions=True)
                assert all(isinstance(one, asyncio.CancelledError) for one in ended)
            things = await asyncio.gather(
                *(client.things.retrieve(f"{number}") for number in range(20))
            )
            assert len(things) == 20

    asyncio.run(run())
    assert wait_for_connections(server, before) == before


def test_task_cancelled_between_attempts_stops(harness: Harness) -> None:
    name = unique_name()

    async def run() -> None:
        async with harness.client(
            "async", headers={"X-Fault": "429:seconds=5", "X-Call": name}
        ) as client:
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.3):
                    await client.things.retrieve("t")

    asyncio.run(run())
    assert len(harness.server.attempts(name)) == 1


def _retrieve_in_child(client: Any, results: Any) -> None:
    results.put((os.getpid(), client.things.retrieve("child").id))


# The test forks a process with threads on purpose.
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_client_works_after_a_fork(harness: Harness) -> None:
    context = multiprocessing.get_context("fork")
    results = context.Queue()
    with harness.client("sync") as client:
        assert client.things.retrieve("parent").id == "parent"
        children = [
            context.Process(target=_retrieve_in_child, args=(client, results))
            for _ in range(3)
        ]
        for child in children:
            child.start()
        for number in range(20):
            assert client.things.retrieve(f"{number}").id == f"{number}"
        received = [results.get(timeout=10) for _ in children]
        for child in children:
            child.join(10)
            assert child.exitcode == 0
        assert client.things.retrieve("parent").id == "parent"
    assert len({pid for pid, _ in received}) == 3
    assert {name for _, name in received} == {"child"}


def test_closed_client_raises(harness: Harness, kind: Kind) -> None:
    client = harness.client(kind)
    copy = client.with_options(timeout=1)

    async def run() -> None:
        async with client:
            await client.things.retrieve("t")
        for closed in (client, copy):
            await closed.things.retrieve("t")

    def run_sync() -> None:
        with client:
            client.things.retrieve("t")
        for closed in (client, copy):
            closed.things.retrieve("t")

    use = run_sync if kind == "sync" else lambda: asyncio.run(run())
    with pytest.raises(harness.package.ClientClosedError, match="closed"):
        use()


def test_copies_share_connections(harness: Harness) -> None:
    with harness.client("sync") as client:
        client.things.retrieve("t")
        before = harness.server.connections()["open"]
        for number in range(5):
            with client.with_options(headers={"X-Number": f"{number}"}) as copy:
                copy.things.retrieve("t")
        assert harness.server.connections()["open"] == before


def test_options_of_client_and_call_are_merged(harness: Harness, kind: Kind) -> None:
    def call(client: Any) -> Any:
        options = {"headers": {"X-B": "call"}, "query": {"b": "call"}}
        return client.things.retrieve("t", options=options)

    outcome = harness.call_with_faults(
        kind,
        "ok",
        call,
        headers={"X-A": "client", "X-B": "client"},
        query={"a": "client", "b": "client"},
    )
    outcome.returned()
    (seen,) = outcome.attempts
    assert seen["target"] == "/things/t?a=client&b=call"
    assert (seen["headers"]["x-a"], seen["headers"]["x-b"]) == ("client", "call")


def test_base_url_of_a_call_overrides_the_client(harness: Harness, kind: Kind) -> None:
    server = harness.server

    def call(client: Any) -> Any:
        return client.things.retrieve("t", options={"base_url": server.other_origin})

    outcome = harness.call_with_faults(kind, "ok", call, base_url="http://127.0.0.1:1")
    assert outcome.returned().id == "t"
    assert outcome.attempts[0]["headers"]["host"] in server.other_origin


def test_requests_pass_through_a_proxy(harness: Harness, kind: Kind) -> None:
    server, name = harness.server, unique_name()
    made: type[Any] = httpx2.Client if kind == "sync" else httpx2.AsyncClient

    async def run() -> Any:
        async with made(proxy=server.other_origin) as http:
            client = harness.client(kind, http_client=http, **options)
            return await client.things.retrieve("t")

    def run_sync() -> Any:
        with made(proxy=server.other_origin) as http:
            client = harness.client(kind, http_client=http, **options)
            return client.things.retrieve("t")

    options = {"base_url": "http://things.invalid", "headers": {"X-Call": name}}
    thing = run_sync() if kind == "sync" else asyncio.run(run())
    assert thing.id == "t"
    (seen,) = server.attempts(name)
    assert seen["target"] == "http://things.invalid/things/t"


def test_transport_can_be_replaced(harness: Harness, kind: Kind) -> None:
    def respond(request: httpx2.Request) -> httpx2.Response:
        value = {"id": request.url.path, "name": "n", "size": 1}
        return httpx2.Response(200, json=value)

    with_transport = {"transport": httpx2.MockTransport(respond)}
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
