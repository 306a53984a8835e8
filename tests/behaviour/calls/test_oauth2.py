"""OAuth 2 tokens, fetched from the token endpoint of the fault server."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from .harness import Harness, Kind, unique_name

SECRET = "s3cret &=:"


def register(harness: Harness, **settings: Any) -> dict[str, Any]:
    """Register a client at the token endpoint; return its arguments."""
    name = f"me-{unique_name()}"
    harness.server.register(name, secret=SECRET, **settings)
    return {"machine_client_id": name, "machine_client_secret": SECRET}


def registration_of(harness: Harness, given: dict[str, Any]) -> dict[str, Any]:
    """Return the state of a client of the token endpoint."""
    return harness.server.client(given["machine_client_id"])


def enter(client: Any) -> Any:
    return client.protected.machine.retrieve()


def make(client: Any) -> Any:
    return client.protected.machine.create()


def enter_as_person(client: Any) -> Any:
    return client.protected.person()


@pytest.mark.parametrize("style", ["basic", "body", "either"])
@pytest.mark.parametrize(
    ("scopes", "sent"),
    [(None, ""), ("read", "read"), (["read", "write"], "read write")],
)
def test_client_credentials_grant_is_used(
    harness: Harness, kind: Kind, style: str, scopes: Any, sent: str
) -> None:
    given = register(harness, style=style)
    outcome = harness.call_with_faults(
        kind, "503,ok", enter, machine_scopes=scopes, **given
    )
    assert outcome.returned().client == given["machine_client_id"]
    state = registration_of(harness, given)
    assert state["grants"] == ["client_credentials"]
    assert state["scopes"] == [sent]


def test_tasks_share_a_token(harness: Harness) -> None:
    given = register(harness, delay=0.2)

    async def run() -> list[Any]:
        async with harness.client("async", **given) as client:
            return list(await asyncio.gather(*(enter(client) for _ in range(100))))

    assert len(asyncio.run(run())) == 100
    assert len(registration_of(harness, given)["grants"]) == 1


def test_threads_share_a_token(harness: Harness) -> None:
    given = register(harness, delay=0.2)
    with harness.client("sync", **given) as client, ThreadPoolExecutor(32) as threads:
        calls = [threads.submit(enter, client) for _ in range(100)]
        assert all(call.result().client for call in calls)
    assert len(registration_of(harness, given)["grants"]) == 1


def test_copies_share_a_token(harness: Harness) -> None:
    given = register(harness)
    with harness.client("sync", **given) as client:
        for retries in range(3):
            enter(client.with_options(max_retries=retries))
        enter(client)
    assert len(registration_of(harness, given)["grants"]) == 1


@pytest.mark.parametrize("call", [enter, make])
def test_revoked_token_is_replaced(harness: Harness, kind: Kind, call: Any) -> None:
    given = register(harness, uses=1)
    with_retries = {"max_retries": 0, **given}

    def run(client: Any) -> list[Any]:
        return [call(client) for _ in range(4)]

    async def run_async(client: Any) -> list[Any]:
        return [await call(client) for _ in range(4)]

    made = harness.run(kind, run if kind == "sync" else run_async, **with_retries)
    assert len(made) == 4
    state = registration_of(harness, given)
    assert (len(state["grants"]), state["rejected"]) == (4, 3)


def test_tokens_that_expire_under_load_are_replaced(harness: Harness) -> None:
    given = register(harness, uses=20, delay=0.02)

    async def run() -> int:
        async with harness.client("async", **given) as client:

            async def work() -> int:
                for _ in range(10):
                    await make(client)
                return 10

            return sum(await asyncio.gather(*(work() for _ in range(20))))

    assert asyncio.run(run()) == 200
    grants = len(registration_of(harness, given)["grants"])
    # Each token is valid for 20 calls; rejected calls share the next token.
    assert 10 <= grants <= 30


def test_tokens_are_refreshed_before_they_expire(harness: Harness, kind: Kind) -> None:
    given = register(harness, expires_in=2)

    def run(client: Any) -> int:
        ends, count = time.monotonic() + 3.2, 0
        while time.monotonic() < ends:
            enter(client)
            count += 1
            time.sleep(0.05)
        return count

    async def run_async(client: Any) -> int:
        ends, count = time.monotonic() + 3.2, 0
        while time.monotonic() < ends:
            await enter(client)
            count += 1
            await asyncio.sleep(0.05)
        return count

    assert harness.run(kind, run if kind == "sync" else run_async, **given) > 10
    state = registration_of(harness, given)
    assert state["rejected"] == 0
    assert 2 <= len(state["grants"]) <= 6


def test_password_grant_is_followed_by_rotating_refresh_tokens(
    harness: Harness, kind: Kind
) -> None:
    given = register(harness, uses=1)
    received: list[str] = []
    given |= {
        "machine_username": "ada",
        "machine_password": "pässword&=",
        "machine_on_refresh_token": received.append,
    }

    def run(client: Any) -> list[Any]:
        return [enter_as_person(client) for _ in range(3)]

    async def run_async(client: Any) -> list[Any]:
        return [await enter_as_person(client) for _ in range(3)]

    harness.run(kind, run if kind == "sync" else run_async, **given)
    state = registration_of(harness, given)
    assert state["grants"] == ["password", "refresh_token", "refresh_token"]
    name = given["machine_client_id"]
    assert received == [f"{name}.r1", f"{name}.r2", f"{name}.r3"]
    del given["machine_username"], given["machine_password"]
    given["machine_refresh_token"] = received[-1]
    assert harness.run(kind, enter_as_person, **given).client == name


def test_token_request_is_retried(harness: Harness, kind: Kind) -> None:
    given = register(harness, failures=1)
    outcome = harness.call_with_faults(kind, "ok", enter, **given)
    assert outcome.returned().client == given["machine_client_id"]
    assert len(registration_of(harness, given)["grants"]) == 2


@pytest.mark.parametrize("how", ["wrong secret", "refused"])
def test_rejected_token_request_raises_without_secrets(
    harness: Harness, kind: Kind, how: str
) -> None:
    given = register(harness, refuses=how == "refused")
    if how == "wrong secret":
        given["machine_client_secret"] = "wr0ng"
    outcome = harness.call_with_faults(kind, "ok", enter, **given)
    error = outcome.raised(harness.package.TokenRequestError)
    assert outcome.attempts == []
    shown = f"{error} {error!r} {vars(error)}"
    assert "not any more" in shown or "no such client" in shown
    assert given["machine_client_secret"] not in shown


def test_missing_client_secret_raises(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(kind, "ok", enter, machine_client_id="me")
    error = outcome.raised(harness.package.MissingCredentialError)
    assert "machine_client_secret" in str(error)
    assert "DRIVEN_MACHINE_CLIENT_SECRET" in str(error)
    assert outcome.attempts == []


def test_given_access_token_is_used(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(
        kind,
        "ok",
        lambda client: client.schemes.openid(),
        machine_access_token="k-secret",
    )
    assert "openid" in outcome.returned().keys
    outcome = harness.call_with_faults(kind, "ok", enter, machine_access_token="void")
    outcome.raised(harness.package.AuthenticationError)


def test_access_token_can_be_a_callable(harness: Harness, kind: Kind) -> None:
    asked: list[int] = []

    def provide() -> str:
        asked.append(1)
        return "k-secret"

    def retrieve(client: Any) -> Any:
        return client.schemes.openid()

    outcome = harness.call_with_faults(
        kind, "503,ok", retrieve, machine_access_token=provide
    )
    assert "openid" in outcome.returned().keys
    assert asked

    async def provide_async() -> str:
        return provide()

    if kind == "async":
        outcome = harness.call_with_faults(
            kind, "ok", retrieve, machine_access_token=provide_async
        )
        assert "openid" in outcome.returned().keys


def test_fetched_token_is_not_sent_to_another_origin(
    harness: Harness, kind: Kind
) -> None:
    given = register(harness)
    away = f"redirect:{harness.server.other_origin}/schemes/open"
    outcome = harness.call_with_faults(kind, f"{away},ok", enter, **given)
    assert outcome.error is None
    assert "authorization" in outcome.attempts[0]["headers"]
    assert "authorization" not in outcome.attempts[1]["headers"]
