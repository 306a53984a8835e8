"""Retries: conditions, number and delays."""

from __future__ import annotations

from typing import Any

import pytest

from .harness import Harness, Kind, unique_name

UNCERTAIN = "reset-after", "reset-middle", "truncated", "truncated-chunks", "500", "503"
"""Temporary faults after which the server may have processed the request."""

REJECTED = "429:ms=7", "429:seconds=3", "503:seconds=0", "408:"


def retrieve(client: Any) -> Any:
    return client.things.retrieve("t1")


def create(client: Any) -> Any:
    return client.things.create(name="é")


def update(client: Any) -> Any:
    return client.things.update("t", size=1)


def replace(client: Any) -> Any:
    return client.things.replace("t", size=3)


def delete(client: Any) -> Any:
    return client.things.delete("t")


def head(client: Any) -> Any:
    return client.things.head("t")


@pytest.mark.parametrize("fault", [*UNCERTAIN, *REJECTED, "reset-before", "502", "504"])
def test_get_is_retried_until_it_succeeds(
    harness: Harness, kind: Kind, fault: str
) -> None:
    outcome = harness.call_with_faults(kind, f"{fault},{fault},ok", retrieve)
    assert outcome.returned().name == "Größe t1"
    assert [one["fault"] for one in outcome.attempts] == [fault, fault, "ok"]
    assert len(outcome.waits) == 2 or fault == "503:seconds=0"


@pytest.mark.parametrize("fault", [*UNCERTAIN, "reset-before"])
def test_get_is_attempted_three_times(harness: Harness, kind: Kind, fault: str) -> None:
    outcome = harness.call_with_faults(kind, fault, retrieve)
    has_status = fault.isdecimal()
    package = harness.package
    kinds = package.ServerError if has_status else package.APIConnectionError
    error = outcome.raised(kinds)
    assert "after 3 attempts" in str(error)
    assert len(outcome.attempts) == 3
    assert outcome.waits == [0.5, 1.0]


@pytest.mark.parametrize("call", [replace, delete, head])
@pytest.mark.parametrize("fault", ["reset-after", "503"])
def test_idempotent_methods_are_retried(
    harness: Harness, kind: Kind, fault: str, call: Any
) -> None:
    outcome = harness.call_with_faults(kind, f"{fault},ok", call)
    outcome.returned()
    assert len(outcome.attempts) == 2


@pytest.mark.parametrize("fault", [*UNCERTAIN, "reset-before"])
@pytest.mark.parametrize("call", [create, update])
def test_other_methods_are_not_retried_if_the_server_may_have_processed_them(
    harness: Harness, kind: Kind, fault: str, call: Any
) -> None:
    outcome = harness.call_with_faults(kind, fault, call)
    has_status = fault.isdecimal()
    package = harness.package
    outcome.raised(package.ServerError if has_status else package.APIConnectionError)
    assert len(outcome.attempts) == 1
    assert outcome.processed <= 1


@pytest.mark.parametrize("fault", REJECTED)
def test_rejected_requests_are_retried_and_processed_once(
    harness: Harness, kind: Kind, fault: str
) -> None:
    outcome = harness.call_with_faults(kind, f"{fault},ok", create)
    assert outcome.returned().name == "é"
    assert (len(outcome.attempts), outcome.processed) == (2, 1)


@pytest.mark.parametrize("fault", UNCERTAIN)
@pytest.mark.parametrize("own", [True, False], ids=["of the caller", "made"])
def test_idempotency_key_is_the_same_for_all_attempts(
    harness: Harness, kind: Kind, fault: str, *, own: bool
) -> None:
    name = unique_name()

    def pay(client: Any) -> Any:
        options = {"idempotency_key": name} if own else {}
        return client.payments.create(amount=3, options=options)

    outcome = harness.call_with_faults(kind, f"{fault},{fault},ok", pay)
    assert outcome.returned().state == "paid"
    keys = [one["headers"]["idempotency-key"] for one in outcome.attempts]
    assert len(keys) == 3
    assert set(keys) == {name if own else keys[0]}
    assert outcome.processed == 1


def test_generated_idempotency_keys_differ(harness: Harness, kind: Kind) -> None:
    def pay(client: Any) -> Any:
        return client.payments.create(amount=3)

    attempts = [harness.call_with_faults(kind, "ok", pay).attempts[0] for _ in range(3)]
    assert len({one["headers"]["idempotency-key"] for one in attempts}) == 3


@pytest.mark.parametrize(
    ("fault", "wait"),
    [("429:seconds=3", 3.0), ("429:ms=70", 0.07), ("503:seconds=2", 2.0)],
)
def test_retry_after_seconds_are_respected(
    harness: Harness, kind: Kind, fault: str, wait: float
) -> None:
    outcome = harness.call_with_faults(kind, f"{fault},ok", retrieve)
    outcome.returned()
    assert outcome.waits == pytest.approx([wait])


def test_retry_after_date_is_respected(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(kind, "429:date=5,ok", retrieve)
    outcome.returned()
    # A date has whole seconds, and time passes in transit.
    assert 2 <= outcome.waits[0] <= 5


def test_long_retry_after_raises(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(kind, "429:seconds=3600,ok", retrieve)
    error = outcome.raised(harness.package.RateLimitError)
    assert error.headers["retry-after"] == "3600"
    assert len(outcome.attempts) == 1


@pytest.mark.parametrize(
    ("fault", "attempts"), [("400:should", 2), ("500:should-not", 1), ("400", 1)]
)
def test_x_should_retry_is_respected(
    harness: Harness, kind: Kind, fault: str, attempts: int
) -> None:
    outcome = harness.call_with_faults(kind, f"{fault},ok", retrieve)
    assert len(outcome.attempts) == attempts
    assert (outcome.error is None) == (attempts == 2)


@pytest.mark.parametrize("retries", [0, 1, 5])
def test_max_retries_limits_attempts(
    harness: Harness, kind: Kind, retries: int
) -> None:
    outcome = harness.call_with_faults(kind, "503", retrieve, max_retries=retries)
    outcome.raised(harness.package.ServerError)
    assert len(outcome.attempts) == retries + 1

    def once(client: Any) -> Any:
        return client.things.retrieve("t", options={"max_retries": 0})

    outcome = harness.call_with_faults(kind, "503", once, max_retries=retries)
    assert len(outcome.attempts) == 1


@pytest.mark.parametrize("call", [retrieve, create])
def test_connection_resets_raise_after_retries(
    harness: Harness, kind: Kind, call: Any
) -> None:
    outcome = harness.call_with_faults(
        kind, "ok", call, base_url=harness.server.resetting
    )
    outcome.raised(harness.package.APIConnectionError)
    # If the reset arrives while connecting, POST is retried too.
    assert len(outcome.waits) == 2 or call is create


@pytest.mark.parametrize("fault", ["stall", "stall-body"])
def test_read_timeouts_are_retried_if_possible(
    harness: Harness, kind: Kind, fault: str
) -> None:
    outcome = harness.call_with_faults(kind, f"{fault},ok", retrieve, timeout=0.5)
    assert outcome.returned().id == "t1"
    assert len(outcome.attempts) == 2
    outcome = harness.call_with_faults(kind, fault, create, timeout=0.3)
    outcome.raised(harness.package.APITimeoutError)
    assert len(outcome.attempts) == 1


@pytest.mark.parametrize("fault", ["slow-header:0.2", "slow-body:0.2"])
def test_slow_responses_within_the_timeout_are_accepted(
    harness: Harness, kind: Kind, fault: str
) -> None:
    outcome = harness.call_with_faults(kind, fault, retrieve, timeout=5)
    assert outcome.returned().id == "t1"
    assert len(outcome.attempts) == 1


def test_iterators_as_bodies_are_not_retried(harness: Harness, kind: Kind) -> None:
    def pieces() -> Any:
        yield b"x" * 1000

    def upload(client: Any) -> Any:
        return client.files.upload("1", body=pieces())

    outcome = harness.call_with_faults(kind, "503,ok", upload)
    outcome.raised(harness.package.ServerError)
    assert len(outcome.attempts) == 1
