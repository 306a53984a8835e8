"""Single-flight refresh in threads, tasks and forked processes; early refresh."""

from __future__ import annotations

import asyncio
import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx2
import pytest
from runtime import APITimeoutError, TokenRequestError

from ...mock_server import KINDS, Kind, make_response
from ...slow_token_server import (
    CALLERS,
    SlowTokenServer,
    make_async_client,
    make_client,
    run_in_threads,
)
from ...token_server import THINGS, TokenServer


def test_threads_share_one_token_request() -> None:
    server = SlowTokenServer(expires_in=3600)
    client = make_client(server)
    server.released.clear()
    threading.Timer(0.2, server.released.set).start()
    assert run_in_threads(lambda: client.request(THINGS)) == [{"token": "t1"}] * CALLERS
    assert len(server.token_requests) == 1


def test_tasks_share_one_token_request() -> None:
    server = SlowTokenServer(expires_in=3600)
    server.released.clear()

    async def run() -> list[Any]:
        client = make_async_client(server)
        asyncio.get_running_loop().call_later(0.05, server.released.set)
        return await asyncio.gather(*(client.request(THINGS) for _ in range(CALLERS)))

    assert asyncio.run(run()) == [{"token": "t1"}] * CALLERS
    assert len(server.token_requests) == 1


def test_threads_with_a_rejected_token_share_one_token_request() -> None:
    server = SlowTokenServer(expires_in=3600)
    client = make_client(server)
    client.request(THINGS)
    server.revoked.add("t1")
    assert run_in_threads(lambda: client.request(THINGS)) == [{"token": "t2"}] * CALLERS
    assert len(server.token_requests) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_failed_token_request_fails_all_waiting_calls(kind: Kind) -> None:
    server = SlowTokenServer()
    server.is_failing = True
    server.released.clear()
    if kind == "sync":
        client = make_client(server)
        threading.Timer(0.2, server.released.set).start()
        errors = run_in_threads(lambda: client.request(THINGS), 20)
    else:

        async def run() -> list[Any]:
            async_client = make_async_client(server)
            asyncio.get_running_loop().call_later(0.05, server.released.set)
            calls = (async_client.request(THINGS) for _ in range(20))
            return await asyncio.gather(*calls, return_exceptions=True)

        errors = asyncio.run(run())
    assert {type(error) for error in errors} == {TokenRequestError}
    assert len({id(error) for error in errors}) == 20
    assert len(server.token_requests) == 1


def test_the_next_call_after_a_failure_sends_a_new_token_request() -> None:
    server = SlowTokenServer()
    server.is_failing = True
    client = make_client(server)
    with pytest.raises(TokenRequestError):
        client.request(THINGS)
    server.is_failing = False
    assert client.request(THINGS) == {"token": "t2"}


def test_copies_of_a_client_share_the_token() -> None:
    server = TokenServer(expires_in=3600)
    client = make_client(server)
    copy = client.with_options(max_retries=5)
    copy.request(THINGS)
    client.request(THINGS)
    client.with_options(timeout=1).request(THINGS)
    assert len(server.token_requests) == 1


def test_a_token_request_survives_the_cancellation_of_its_task() -> None:
    server = SlowTokenServer(expires_in=3600)
    server.released.clear()

    async def run() -> list[Any]:
        client = make_async_client(server)
        first = asyncio.create_task(client.request(THINGS))
        while not server.started.is_set():
            await asyncio.sleep(0)
        others = [asyncio.create_task(client.request(THINGS)) for _ in range(5)]
        await asyncio.sleep(0)
        first.cancel()
        others[0].cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        server.released.set()
        return await asyncio.gather(*others[1:])

    assert asyncio.run(run()) == [{"token": "t1"}] * 4
    assert len(server.token_requests) == 1


def test_the_token_of_a_cancelled_call_is_kept() -> None:
    server = SlowTokenServer(expires_in=3600)
    server.released.clear()

    async def run() -> Any:
        client = make_async_client(server)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(client.request(THINGS), 0.02)
        server.released.set()
        return await client.request(THINGS)

    assert asyncio.run(run()) == {"token": "t1"}
    assert len(server.token_requests) == 1


def test_a_call_after_an_interrupted_one_fetches_a_token() -> None:
    server = TokenServer(expires_in=3600)

    def interrupt(_: httpx2.Request) -> httpx2.Response:
        raise KeyboardInterrupt

    server.on_token_request = interrupt
    client = make_client(server)
    with pytest.raises(KeyboardInterrupt):
        client.request(THINGS)
    server.on_token_request = server.issue_token
    assert client.request(THINGS) == {"token": "t2"}


def test_a_client_can_be_used_in_successive_event_loops() -> None:
    server = SlowTokenServer(expires_in=3600)
    client = make_async_client(server)

    async def suspend_call() -> None:
        task = asyncio.create_task(client.request(THINGS))
        while not server.started.is_set():
            await asyncio.sleep(0)
        assert not task.done()

    server.released.clear()
    asyncio.run(suspend_call())
    server.released.set()

    async def make_call() -> Any:
        async with asyncio.timeout(5):
            return await client.request(THINGS)

    assert asyncio.run(make_call()) == {"token": "t1"}
    assert asyncio.run(make_call()) == {"token": "t1"}
    assert len(server.token_requests) == 1


def test_a_suspended_event_loop_does_not_block_another() -> None:
    server = SlowTokenServer(expires_in=3600)
    client = make_async_client(server)
    server.released.clear()
    suspended_loop = asyncio.new_event_loop()
    task = suspended_loop.create_task(client.request(THINGS))

    async def wait_for_start() -> None:
        while not server.started.is_set():
            await asyncio.sleep(0)

    suspended_loop.run_until_complete(wait_for_start())
    server.released.set()

    async def make_call() -> Any:
        async with asyncio.timeout(5):
            return await client.request(THINGS)

    assert asyncio.run(make_call()) == {"token": "t1"}
    # The first event loop continues.
    assert suspended_loop.run_until_complete(asyncio.wait_for(task, 5))["token"] in {
        "t1",
        "t2",
    }
    suspended_loop.close()


# Python 3.12 warns about forking a process with threads.
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
def test_a_child_process_does_not_wait_for_a_thread_of_its_parent() -> None:
    server = SlowTokenServer(expires_in=3600)
    client = make_client(server)
    server.released.clear()
    thread = threading.Thread(target=client.request, args=(THINGS,))
    thread.start()
    assert server.started.wait(10)
    child = os.fork()
    if child == 0:  # pragma: no cover (another process)
        status = 1
        try:
            server.released.set()
            status = 0 if client.request(THINGS) == {"token": "t1"} else 2
        finally:
            os._exit(status)
    try:
        end = time.monotonic() + 10
        finished, status = os.waitpid(child, os.WNOHANG)
        while not finished and time.monotonic() < end:
            time.sleep(0.01)
            finished, status = os.waitpid(child, os.WNOHANG)
        if not finished:
            os.kill(child, 9)
            os.waitpid(child, 0)
        assert (finished, status) == (child, 0)
    finally:
        server.released.set()
        thread.join(10)


@pytest.mark.parametrize("kind", KINDS)
def test_a_failed_early_refresh_is_not_an_error(kind: Kind) -> None:
    server = SlowTokenServer(expires_in=100)

    async def run() -> None:
        sync = make_client(server)
        other = make_async_client(server)

        async def check(token: str, fetches: int) -> None:
            if kind == "sync":
                assert sync.request(THINGS) == {"token": token}
            else:
                assert await other.request(THINGS) == {"token": token}
            assert len(server.token_requests) == fetches

        await check("t1", 1)
        server.now += 79
        await check("t1", 1)
        server.is_failing = True
        server.now += 1  # 20 s before the token expires
        await check("t1", 2)
        await check("t1", 2)  # no second attempt so soon
        server.now += 10.5
        await check("t1", 3)
        server.is_failing = False
        server.now += 5
        await check("t4", 4)

    asyncio.run(run())


def test_an_early_refresh_is_not_retried_and_does_not_block_calls() -> None:
    server = SlowTokenServer(expires_in=100)
    client = make_client(server)
    client.request(THINGS)
    server.now += 90
    server.released.clear()
    server.started.clear()
    with ThreadPoolExecutor(1) as pool:
        leader = pool.submit(client.request, THINGS)
        assert server.started.wait(10)
        assert client.request(THINGS) == {"token": "t1"}
        server.released.set()
        assert leader.result(10) == {"token": "t2"}
    server.now += 90
    server.on_token_request = lambda _: make_response(503, {})
    assert client.request(THINGS) == {"token": "t2"}
    assert len(server.token_requests) == 3


def test_an_expired_token_is_not_used_if_the_refresh_fails() -> None:
    server = SlowTokenServer(expires_in=100)
    client = make_client(server)
    client.request(THINGS)
    server.now += 100
    server.is_failing = True
    with pytest.raises(TokenRequestError):
        client.request(THINGS)
    assert len(server.api_requests) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_deadline_limits_the_wait_for_a_token_request_of_another_call(
    kind: Kind,
) -> None:
    server = SlowTokenServer(expires_in=3600)
    server.released.clear()

    async def run() -> None:
        client = make_async_client(server)
        first = asyncio.create_task(client.request(THINGS))
        while not server.started.is_set():
            await asyncio.sleep(0)
        with pytest.raises(APITimeoutError, match=r"no access token within .* 0\.05 s"):
            await client.request(THINGS, options={"deadline": 0.05})
        server.released.set()
        assert await first == {"token": "t1"}

    if kind == "async":
        asyncio.run(run())
        return
    client = make_client(server)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(client.request, THINGS)
        assert server.started.wait(10)
        with pytest.raises(APITimeoutError, match=r"no access token within .* 0\.05 s"):
            client.request(THINGS, options={"deadline": 0.05})
        server.released.set()
        assert first.result(10) == {"token": "t1"}


def test_a_waiting_call_fetches_a_token_if_the_first_call_times_out() -> None:
    server = SlowTokenServer(expires_in=3600)
    server.released.clear()
    client = make_client(server)
    slow = httpx2.ReadTimeout("late")

    def give_up(request: httpx2.Request) -> httpx2.Response:
        server.on_token_request = server.issue_token
        time.sleep(0.1)
        raise slow

    server.on_token_request = give_up
    with ThreadPoolExecutor(2) as pool:
        impatient_client = client.with_options(deadline=0.05)
        leader = pool.submit(impatient_client.request, THINGS)
        assert server.started.wait(10)
        other = pool.submit(client.request, THINGS)
        server.released.set()
        with pytest.raises(APITimeoutError, match="POST https://auth"):
            leader.result(10)
        assert other.result(10) == {"token": "t2"}
