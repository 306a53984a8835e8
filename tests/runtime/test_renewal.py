"""Tokens that are fetched early, refused, or too late."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime import APITimeoutError, TokenRequestError
from runtime.auth.oauth.cache import RefreshRole, TokenCache, TokenRefresh, make_token
from runtime.auth.oauth.grants import Grant

from .mock_server import KINDS, Kind, answer
from .slow_token_server import SlowAuthority, make_async_client, make_client
from .token_server import THINGS


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


def test_a_token_that_was_refused_is_no_spare() -> None:
    cache = TokenCache(Grant("client_credentials", "https://e.com"))
    cache.store(make_token("t1", 0.0, 100.0))
    role = cache.acquire(90.0)
    assert isinstance(role, RefreshRole)
    cache.drop("t1")
    cache.fail(role.refresh, TokenRequestError("no", status_code=400, headers=H), 90)
    with pytest.raises(TokenRequestError):
        role.refresh.result()


H = httpx2.Headers()


def test_only_the_token_that_was_refused_is_dropped() -> None:
    cache = TokenCache(Grant("client_credentials", "https://e.com"), "t2")
    cache.drop("t1")
    assert cache.acquire(0.0) == "t2"
    cache.drop("t2")
    assert isinstance(cache.acquire(0.0), RefreshRole)


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


STEPS = st.sampled_from(["acquire", "complete", "fail", "abandon", "drop"])


@given(st.lists(st.tuples(STEPS, st.floats(0, 70)), max_size=60))
def test_whatever_happens_there_is_one_flight_and_no_dead_token(
    steps: list[tuple[str, float]],
) -> None:
    cache = TokenCache(Grant("client_credentials", "https://e.com"))
    now, serial = 0.0, 0
    refresh: TokenRefresh | None = None
    dropped: set[str] = set()
    ends: dict[str, float] = {}
    for step, seconds in steps:
        now += seconds
        if step == "acquire":
            role = cache.acquire(now)
            if isinstance(role, str):
                assert role not in dropped
                assert now < ends[role]
            elif role.is_leader:
                assert refresh is None
                refresh = role.refresh
            else:
                assert role.refresh is refresh
        elif step == "drop" and ends:
            text = f"t{serial}"
            cache.drop(text)
            dropped.add(text)
        elif refresh and step == "complete":
            serial += 1
            ends[f"t{serial}"] = now + 100
            cache.complete(refresh, make_token(f"t{serial}", now, 100.0))
            assert refresh.result() == f"t{serial}"
            refresh = None
        elif refresh and step == "fail":
            cache.fail(refresh, TokenRequestError("", status_code=400, headers=H), now)
            try:
                spare = refresh.result()
            except TokenRequestError:
                spare = None
            assert spare is None or (spare not in dropped and now < ends[spare])
            refresh = None
        elif refresh and step == "abandon":
            cache.abandon(refresh)
            assert refresh.result() is None
            refresh = None
