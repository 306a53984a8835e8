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

from ...mock_server import KINDS, Kind, answer
from ...slow_token_server import (
    MANY,
    SlowAuthority,
    in_threads,
    make_async_client,
    make_client,
)
from ...token_server import THINGS, Authority


def test_many_threads_fetch_one_token() -> None:
    authority = SlowAuthority(expires_in=3600)
    client = make_client(authority)
    authority.released.clear()
    threading.Timer(0.2, authority.released.set).start()
    assert in_threads(lambda: client.request(THINGS)) == [{"token": "t1"}] * MANY
    assert len(authority.fetches) == 1


def test_many_tasks_fetch_one_token() -> None:
    authority = SlowAuthority(expires_in=3600)
    authority.released.clear()

    async def run() -> list[Any]:
        client = make_async_client(authority)
        asyncio.get_running_loop().call_later(0.05, authority.released.set)
        return await asyncio.gather(*(client.request(THINGS) for _ in range(MANY)))

    assert asyncio.run(run()) == [{"token": "t1"}] * MANY
    assert len(authority.fetches) == 1


def test_many_threads_whose_token_is_refused_fetch_one_other() -> None:
    authority = SlowAuthority(expires_in=3600)
    client = make_client(authority)
    client.request(THINGS)
    authority.revoked.add("t1")
    assert in_threads(lambda: client.request(THINGS)) == [{"token": "t2"}] * MANY
    assert len(authority.fetches) == 2


@pytest.mark.parametrize("kind", KINDS)
def test_a_failed_fetch_is_the_failure_of_all_who_wait(kind: Kind) -> None:
    authority = SlowAuthority()
    authority.fails = True
    authority.released.clear()
    if kind == "sync":
        client = make_client(authority)
        threading.Timer(0.2, authority.released.set).start()
        errors = in_threads(lambda: client.request(THINGS), 20)
    else:

        async def run() -> list[Any]:
            async_client = make_async_client(authority)
            asyncio.get_running_loop().call_later(0.05, authority.released.set)
            calls = (async_client.request(THINGS) for _ in range(20))
            return await asyncio.gather(*calls, return_exceptions=True)

        errors = asyncio.run(run())
    assert {type(error) for error in errors} == {TokenRequestError}
    assert len({id(error) for error in errors}) == 20
    assert len(authority.fetches) == 1


def test_a_failure_is_not_kept() -> None:
    authority = SlowAuthority()
    authority.fails = True
    client = make_client(authority)
    with pytest.raises(TokenRequestError):
        client.request(THINGS)
    authority.fails = False
    assert client.request(THINGS) == {"token": "t2"}


def test_copies_of_a_client_share_the_token() -> None:
    authority = Authority(expires_in=3600)
    client = make_client(authority)
    copy = client.with_options(max_retries=5)
    copy.request(THINGS)
    client.request(THINGS)
    client.with_options(timeout=1).request(THINGS)
    assert len(authority.fetches) == 1


def test_a_cancelled_task_leaves_the_fetch_to_the_others() -> None:
    authority = SlowAuthority(expires_in=3600)
    authority.released.clear()

    async def run() -> list[Any]:
        client = make_async_client(authority)
        first = asyncio.create_task(client.request(THINGS))
        while not authority.started.is_set():
            await asyncio.sleep(0)
        others = [asyncio.create_task(client.request(THINGS)) for _ in range(5)]
        await asyncio.sleep(0)
        first.cancel()
        others[0].cancel()
        with pytest.raises(asyncio.CancelledError):
            await first
        authority.released.set()
        return await asyncio.gather(*others[1:])

    assert asyncio.run(run()) == [{"token": "t1"}] * 4
    assert len(authority.fetches) == 1


def test_the_token_of_a_cancelled_call_is_kept() -> None:
    authority = SlowAuthority(expires_in=3600)
    authority.released.clear()

    async def run() -> Any:
        client = make_async_client(authority)
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(client.request(THINGS), 0.02)
        authority.released.set()
        return await client.request(THINGS)

    assert asyncio.run(run()) == {"token": "t1"}
    assert len(authority.fetches) == 1


def test_an_interrupted_thread_leaves_the_fetch_to_another() -> None:
    authority = Authority(expires_in=3600)

    def interrupt(_: httpx2.Request) -> httpx2.Response:
        raise KeyboardInterrupt

    authority.grant = interrupt
    client = make_client(authority)
    with pytest.raises(KeyboardInterrupt):
        client.request(THINGS)
    authority.grant = authority.give_token
    assert client.request(THINGS) == {"token": "t2"}


def test_one_client_in_one_event_loop_after_the_other() -> None:
    authority = SlowAuthority(expires_in=3600)
    client = make_async_client(authority)

    async def stop_in_the_middle() -> None:
        task = asyncio.create_task(client.request(THINGS))
        while not authority.started.is_set():
            await asyncio.sleep(0)
        assert not task.done()

    authority.released.clear()
    asyncio.run(stop_in_the_middle())
    authority.released.set()

    async def go_on() -> Any:
        async with asyncio.timeout(5):
            return await client.request(THINGS)

    assert asyncio.run(go_on()) == {"token": "t1"}
    assert asyncio.run(go_on()) == {"token": "t1"}
    assert len(authority.fetches) == 1


def test_an_event_loop_that_was_left_standing_blocks_no_other() -> None:
    authority = SlowAuthority(expires_in=3600)
    client = make_async_client(authority)
    authority.released.clear()
    left = asyncio.new_event_loop()
    task = left.create_task(client.request(THINGS))

    async def wait_for_start() -> None:
        while not authority.started.is_set():
            await asyncio.sleep(0)

    left.run_until_complete(wait_for_start())
    authority.released.set()

    async def go_on() -> Any:
        async with asyncio.timeout(5):
            return await client.request(THINGS)

    assert asyncio.run(go_on()) == {"token": "t1"}
    # The first goes on where it was.
    assert left.run_until_complete(asyncio.wait_for(task, 5))["token"] in {"t1", "t2"}
    left.close()


# Python 3.12 warns of what is tested here.
@pytest.mark.filterwarnings("ignore:.*fork.*:DeprecationWarning")
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs os.fork")
def test_a_child_does_not_wait_for_a_thread_that_its_parent_has() -> None:
    authority = SlowAuthority(expires_in=3600)
    client = make_client(authority)
    authority.released.clear()
    thread = threading.Thread(target=client.request, args=(THINGS,))
    thread.start()
    assert authority.started.wait(10)
    child = os.fork()
    if child == 0:  # pragma: no cover (another process)
        status = 1
        try:
            authority.released.set()
            status = 0 if client.request(THINGS) == {"token": "t1"} else 2
        finally:
            os._exit(status)
    try:
        end = time.monotonic() + 10
        done, status = os.waitpid(child, os.WNOHANG)
        while not done and time.monotonic() < end:
            time.sleep(0.01)
            done, status = os.waitpid(child, os.WNOHANG)
        if not done:
            os.kill(child, 9)
            os.waitpid(child, 0)
        assert (done, status) == (child, 0)
    finally:
        authority.released.set()
        thread.join(10)


@pytest.mark.parametrize("kind", KINDS)
def test_an_early_fetch_that_fails_is_no_error(kind: Kind) -> None:
    authority = SlowAuthority(expires_in=100)

    async def run() -> None:
        sync = make_client(authority)
        other = make_async_client(authority)

        async def check(token: str, fetches: int) -> None:
            if kind == "sync":
                assert sync.request(THINGS) == {"token": token}
            else:
                assert await other.request(THINGS) == {"token": token}
            assert len(authority.fetches) == fetches

        await check("t1", 1)
        authority.now += 79
        await check("t1", 1)
        authority.fails = True
        authority.now += 1  # 20 s before the end
        await check("t1", 2)
        await check("t1", 2)  # not again at once
        authority.now += 10.5
        await check("t1", 3)
        authority.fails = False
        authority.now += 5
        await check("t4", 4)

    asyncio.run(run())


def test_an_early_fetch_is_not_tried_again_and_holds_nobody_up() -> None:
    authority = SlowAuthority(expires_in=100)
    client = make_client(authority)
    client.request(THINGS)
    authority.now += 90
    authority.released.clear()
    authority.started.clear()
    with ThreadPoolExecutor(1) as pool:
        leader = pool.submit(client.request, THINGS)
        assert authority.started.wait(10)
        assert client.request(THINGS) == {"token": "t1"}
        authority.released.set()
        assert leader.result(10) == {"token": "t2"}
    authority.now += 90
    authority.grant = lambda _: answer(503, {})
    assert client.request(THINGS) == {"token": "t2"}
    assert len(authority.fetches) == 3


def test_an_expired_token_is_not_used_when_there_is_no_other() -> None:
    authority = SlowAuthority(expires_in=100)
    client = make_client(authority)
    client.request(THINGS)
    authority.now += 100
    authority.fails = True
    with pytest.raises(TokenRequestError):
        client.request(THINGS)
    assert len(authority.calls) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_deadline_holds_while_others_fetch(kind: Kind) -> None:
    authority = SlowAuthority(expires_in=3600)
    authority.released.clear()

    async def run() -> None:
        client = make_async_client(authority)
        first = asyncio.create_task(client.request(THINGS))
        while not authority.started.is_set():
            await asyncio.sleep(0)
        with pytest.raises(APITimeoutError, match=r"no access token within .* 0\.05 s"):
            await client.request(THINGS, options={"deadline": 0.05})
        authority.released.set()
        assert await first == {"token": "t1"}

    if kind == "async":
        asyncio.run(run())
        return
    client = make_client(authority)
    with ThreadPoolExecutor(1) as pool:
        first = pool.submit(client.request, THINGS)
        assert authority.started.wait(10)
        with pytest.raises(APITimeoutError, match=r"no access token within .* 0\.05 s"):
            client.request(THINGS, options={"deadline": 0.05})
        authority.released.set()
        assert first.result(10) == {"token": "t1"}


def test_who_has_more_time_fetches_when_the_leader_is_late() -> None:
    authority = SlowAuthority(expires_in=3600)
    authority.released.clear()
    client = make_client(authority)
    slow = httpx2.ReadTimeout("late")

    def give_up(request: httpx2.Request) -> httpx2.Response:
        authority.grant = authority.give_token
        time.sleep(0.1)
        raise slow

    authority.grant = give_up
    with ThreadPoolExecutor(2) as pool:
        hurried = client.with_options(deadline=0.05)
        leader = pool.submit(hurried.request, THINGS)
        assert authority.started.wait(10)
        other = pool.submit(client.request, THINGS)
        authority.released.set()
        with pytest.raises(APITimeoutError, match="POST https://auth"):
            leader.result(10)
        assert other.result(10) == {"token": "t2"}
