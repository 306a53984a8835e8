"""Tokens that are fetched from a real token endpoint."""

from __future__ import annotations

import asyncio
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest

from .harness import Harness, Kind, fresh_name

SECRET = "s3cret &=:"


def register(harness: Harness, **settings: Any) -> dict[str, Any]:
    """Make a client known to the token endpoint; return what ours needs for it."""
    name = f"me-{fresh_name()}"
    harness.server.register(name, secret=SECRET, **settings)
    return {"machine_client_id": name, "machine_client_secret": SECRET}


def known(harness: Harness, given: dict[str, Any]) -> dict[str, Any]:
    """Return what has become of a client of the token endpoint."""
    return harness.server.client(given["machine_client_id"])


def enter(client: Any) -> Any:
    return client.protected.machine.retrieve()


def make(client: Any) -> Any:
    return client.protected.machine.create()


def enter_as_person(client: Any) -> Any:
    return client.protected.person.retrieve()


@pytest.mark.parametrize("style", ["basic", "body", "either"])
@pytest.mark.parametrize(
    ("scopes", "sent"),
    [(None, ""), ("read", "read"), (["read", "write"], "read write")],
)
def test_client_credentials(
    harness: Harness, kind: Kind, style: str, scopes: Any, sent: str
) -> None:
    given = register(harness, style=style)
    outcome = harness.meet(kind, "503,ok", enter, machine_scopes=scopes, **given)
    assert outcome.returned().client == given["machine_client_id"]
    state = known(harness, given)
    assert state["grants"] == ["client_credentials"]
    assert state["scopes"] == [sent]


def test_one_token_for_many_tasks(harness: Harness) -> None:
    given = register(harness, delay=0.2)

    async def run() -> list[Any]:
        async with harness.client("async", **given) as client:
            return list(await asyncio.gather(*(enter(client) for _ in range(100))))

    assert len(asyncio.run(run())) == 100
    assert len(known(harness, given)["grants"]) == 1


def test_one_token_for_many_threads(harness: Harness) -> None:
    given = register(harness, delay=0.2)
    with harness.client("sync", **given) as client, ThreadPoolExecutor(32) as threads:
        calls = [threads.submit(enter, client) for _ in range(100)]
        assert all(call.result().client for call in calls)
    assert len(known(harness, given)["grants"]) == 1


def test_one_token_for_a_client_and_its_copies(harness: Harness) -> None:
    given = register(harness)
    with harness.client("sync", **given) as client:
        for retries in range(3):
            enter(client.with_options(max_retries=retries))
        enter(client)
    assert len(known(harness, given)["grants"]) == 1


@pytest.mark.parametrize("call", [enter, make])
def test_a_token_that_is_revoked_costs_no_call(
    harness: Harness, kind: Kind, call: Any
) -> None:
    given = register(harness, uses=1)
    with_retries = {"max_retries": 0, **given}

    def run(client: Any) -> list[Any]:
        return [call(client) for _ in range(4)]

    async def run_async(client: Any) -> list[Any]:
        return [await call(client) for _ in range(4)]

    made = harness.run(kind, run if kind == "sync" else run_async, **with_retries)
    assert len(made) == 4
    state = known(harness, given)
    assert (len(state["grants"]), state["rejected"]) == (4, 3)


def test_expiry_under_load_costs_no_call(harness: Harness) -> None:
    given = register(harness, uses=20, delay=0.02)

    async def run() -> int:
        async with harness.client("async", **given) as client:

            async def work() -> int:
                for _ in range(10):
                    await make(client)
                return 10

            return sum(await asyncio.gather(*(work() for _ in range(20))))

    assert asyncio.run(run()) == 200
    grants = len(known(harness, given)["grants"])
    # Each token serves 20 calls; who comes in vain waits for the same new one.
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
    state = known(harness, given)
    assert state["rejected"] == 0
    assert 2 <= len(state["grants"]) <= 6


def test_password_then_refresh_tokens_that_change(harness: Harness, kind: Kind) -> None:
    given = register(harness, uses=1)
    told: list[str] = []
    given |= {
        "machine_username": "ada",
        "machine_password": "pässword&=",
        "machine_on_refresh_token": told.append,
    }

    def run(client: Any) -> list[Any]:
        return [enter_as_person(client) for _ in range(3)]

    async def run_async(client: Any) -> list[Any]:
        return [await enter_as_person(client) for _ in range(3)]

    harness.run(kind, run if kind == "sync" else run_async, **given)
    state = known(harness, given)
    assert state["grants"] == ["password", "refresh_token", "refresh_token"]
    name = given["machine_client_id"]
    assert told == [f"{name}.r1", f"{name}.r2", f"{name}.r3"]
    del given["machine_username"], given["machine_password"]
    given["machine_refresh_token"] = told[-1]
    assert harness.run(kind, enter_as_person, **given).client == name


def test_a_token_endpoint_that_fails_for_a_moment(harness: Harness, kind: Kind) -> None:
    given = register(harness, failures=1)
    outcome = harness.meet(kind, "ok", enter, **given)
    assert outcome.returned().client == given["machine_client_id"]
    assert len(known(harness, given)["grants"]) == 2


@pytest.mark.parametrize("how", ["wrong secret", "refused"])
def test_a_token_endpoint_that_refuses(harness: Harness, kind: Kind, how: str) -> None:
    given = register(harness, refuses=how == "refused")
    if how == "wrong secret":
        given["machine_client_secret"] = "wr0ng"
    outcome = harness.meet(kind, "ok", enter, **given)
    error = outcome.raised(harness.package.TokenRequestError)
    assert outcome.tries == []
    shown = f"{error} {error!r} {vars(error)}"
    assert "not any more" in shown or "no such client" in shown
    assert given["machine_client_secret"] not in shown


def test_a_missing_secret(harness: Harness, kind: Kind) -> None:
    outcome = harness.meet(kind, "ok", enter, machine_client_id="me")
    error = outcome.raised(harness.package.MissingCredentialError)
    assert "machine_client_secret" in str(error)
    assert "DRIVEN_MACHINE_CLIENT_SECRET" in str(error)
    assert outcome.tries == []


def test_a_token_that_is_brought_along(harness: Harness, kind: Kind) -> None:
    outcome = harness.meet(
        kind,
        "ok",
        lambda client: client.doors.openid(),
        machine_access_token="k-secret",
    )
    assert "openid" in outcome.returned().keys
    outcome = harness.meet(kind, "ok", enter, machine_access_token="void")
    outcome.raised(harness.package.AuthenticationError)


def test_a_function_that_gives_tokens(harness: Harness, kind: Kind) -> None:
    asked: list[int] = []

    def provide() -> str:
        asked.append(1)
        return "k-secret"

    def open_door(client: Any) -> Any:
        return client.doors.openid()

    outcome = harness.meet(kind, "503,ok", open_door, machine_access_token=provide)
    assert "openid" in outcome.returned().keys
    assert asked

    async def provide_async() -> str:
        return provide()

    if kind == "async":
        outcome = harness.meet(
            kind, "ok", open_door, machine_access_token=provide_async
        )
        assert "openid" in outcome.returned().keys


def test_a_fetched_token_does_not_leave_the_origin(
    harness: Harness, kind: Kind
) -> None:
    given = register(harness)
    away = f"redirect:{harness.server.elsewhere}/doors/open"
    outcome = harness.meet(kind, f"{away},ok", enter, **given)
    assert outcome.error is None
    assert "authorization" in outcome.tries[0]["headers"]
    assert "authorization" not in outcome.tries[1]["headers"]
