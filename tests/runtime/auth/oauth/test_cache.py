"""Token caches."""

from __future__ import annotations

import httpx2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime import TokenRequestError
from runtime.auth.oauth.cache import RefreshRole, TokenCache, TokenRefresh
from runtime.auth.oauth.grants import Grant
from runtime.auth.oauth.token import make_token

NO_HEADERS = httpx2.Headers()


@given(st.floats(0.001, 1e9), st.floats(0, 2e9))
def test_a_token_is_refreshed_shortly_before_it_expires(
    lifetime: float, now: float
) -> None:
    token = make_token("t", now, lifetime)
    assert token.expires_at is not None
    assert token.due_at is not None
    early = token.expires_at - token.due_at
    assert 0 <= early <= min(60.0, lifetime * 0.2) + 1e-6
    assert token.is_valid(token.due_at) or early <= 1e-6
    assert not token.is_valid(token.expires_at)


def test_an_abandoned_refresh_is_repeated_by_another_caller() -> None:
    cache = TokenCache(Grant("client_credentials", "https://e.com"))
    first = cache.acquire(0.0)
    second = cache.acquire(0.0)
    assert isinstance(first, RefreshRole)
    assert isinstance(second, RefreshRole)
    assert (first.is_leader, second.is_leader) == (True, False)
    cache.abandon(first.refresh)
    assert second.refresh.result() is None
    third = cache.acquire(0.0)
    assert isinstance(third, RefreshRole)
    assert third.is_leader


def test_a_refresh_cannot_be_cancelled() -> None:
    assert not TokenRefresh(None, None).future.cancel()


def test_a_rejected_token_is_not_used_if_an_early_refresh_fails() -> None:
    cache = TokenCache(Grant("client_credentials", "https://e.com"))
    cache.store(make_token("t1", 0.0, 100.0))
    role = cache.acquire(90.0)
    assert isinstance(role, RefreshRole)
    cache.drop("t1")
    cache.fail(
        role.refresh, TokenRequestError("no", status_code=400, headers=NO_HEADERS), 90
    )
    with pytest.raises(TokenRequestError):
        role.refresh.result()


def test_only_the_rejected_token_is_dropped() -> None:
    cache = TokenCache(Grant("client_credentials", "https://e.com"), "t2")
    cache.drop("t1")
    assert cache.acquire(0.0) == "t2"
    cache.drop("t2")
    assert isinstance(cache.acquire(0.0), RefreshRole)


STEPS = st.sampled_from(["acquire", "complete", "fail", "abandon", "drop"])


@given(st.lists(st.tuples(STEPS, st.floats(0, 70)), max_size=60))
def test_there_is_one_refresh_at_a_time_and_no_invalid_token(
    steps: list[tuple[str, float]],
) -> None:
    cache = TokenCache(Grant("client_credentials", "https://e.com"))
    now, count = 0.0, 0
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
            text = f"t{count}"
            cache.drop(text)
            dropped.add(text)
        elif refresh and step == "complete":
            count += 1
            ends[f"t{count}"] = now + 100
            cache.complete(refresh, make_token(f"t{count}", now, 100.0))
            assert refresh.result() == f"t{count}"
            refresh = None
        elif refresh and step == "fail":
            cache.fail(
                refresh, TokenRequestError("", status_code=400, headers=NO_HEADERS), now
            )
            try:
                token_text = refresh.result()
            except TokenRequestError:
                token_text = None
            assert token_text is None or (
                token_text not in dropped and now < ends[token_text]
            )
            refresh = None
        elif refresh and step == "abandon":
            cache.abandon(refresh)
            assert refresh.result() is None
            refresh = None
