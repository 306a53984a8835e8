"""Token endpoints that misbehave, and clocks that jump."""

from __future__ import annotations

import time
from importlib import import_module
from typing import Any

import pytest

from tests.behaviour.faults.token_endpoint import LIFETIMES, MISBEHAVIOURS

from .harness import Harness, Kind
from .test_oauth2 import enter, register, registration_of


@pytest.mark.parametrize("misbehaviour", MISBEHAVIOURS)
def test_responses_without_a_usable_token_raise_the_documented_error(
    harness: Harness, kind: Kind, misbehaviour: str
) -> None:
    given = register(harness, misbehaviour=misbehaviour)
    outcome = harness.call_with_faults(kind, "ok", enter, **given)
    error = outcome.raised(harness.package.TokenRequestError)
    text = f"{error}{error!r}"
    assert text.isprintable()
    assert len(text) < 3000
    assert outcome.attempts == []  # nothing is sent without a token


@pytest.mark.parametrize("lifetime", LIFETIMES, ids=lambda value: f"{value!r:.10}")
def test_absurd_lifetimes_do_not_prevent_calls(
    harness: Harness, kind: Kind, lifetime: object
) -> None:
    given = register(harness, misbehaviour="", sent_lifetime=[lifetime])

    def enter_twice(client: Any) -> Any:
        if kind == "sync":
            return [enter(client) for _ in range(2)]

        async def run() -> Any:
            return [await enter(client) for _ in range(2)]

        return run()

    first, second = harness.call_with_faults(
        kind, "ok", enter_twice, **given
    ).returned()
    assert first.client == second.client == given["machine_client_id"]


@pytest.mark.parametrize("seconds", [-1e9, -7200.0, 7200.0, 1e9])
def test_jumps_of_the_clock_do_not_prevent_calls(
    harness: Harness, kind: Kind, seconds: float
) -> None:
    # The server counts uses, as if the token had expired in the meantime.
    given = register(harness, expires_in=3600, uses=2)
    package = f"{harness.package.__name__}._runtime.transport.clock"
    jump = 0.0

    def enter_around_a_jump(client: Any) -> Any:
        clock = import_module(package).Clock
        vars(client)["_clock"] = clock(now=lambda: time.time() + jump)

        def set_back() -> None:
            nonlocal jump
            jump = seconds

        if kind == "sync":
            first = enter(client)
            set_back()
            return [first, *(enter(client) for _ in range(3))]

        async def run() -> Any:
            first = await enter(client)
            set_back()
            return [first, *[await enter(client) for _ in range(3)]]

        return run()

    options = {"deadline": 30.0, **given}
    results = harness.call_with_faults(kind, "ok", enter_around_a_jump, **options)
    assert len(results.returned()) == 4
    assert len(registration_of(harness, given)["grants"]) in {2, 3}
