"""What is tried again, how often, and after how long."""

from __future__ import annotations

from typing import Any

import pytest

from .harness import Harness, Kind, fresh_name

KEPT = "reset-after", "reset-middle", "truncated", "truncated-chunks", "500", "503"
"""Faults after which the server may have acted, and that pass."""

TURNED_AWAY = "429:ms=7", "429:seconds=3", "503:seconds=0", "408:"


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


@pytest.mark.parametrize("fault", [*KEPT, *TURNED_AWAY, "reset-before", "502", "504"])
def test_a_get_is_tried_until_it_succeeds(
    harness: Harness, kind: Kind, fault: str
) -> None:
    outcome = harness.meet(kind, f"{fault},{fault},ok", retrieve)
    assert outcome.returned().name == "Größe t1"
    assert [one["fault"] for one in outcome.tries] == [fault, fault, "ok"]
    assert len(outcome.waits) == 2 or fault == "503:seconds=0"


@pytest.mark.parametrize("fault", [*KEPT, "reset-before"])
def test_a_get_is_tried_three_times(harness: Harness, kind: Kind, fault: str) -> None:
    outcome = harness.meet(kind, fault, retrieve)
    answered = fault.isdecimal()
    package = harness.package
    kinds = package.ServerError if answered else package.APIConnectionError
    error = outcome.raised(kinds)
    assert "after 3 attempts" in str(error)
    assert len(outcome.tries) == 3
    assert outcome.waits == [0.5, 1.0]


@pytest.mark.parametrize("call", [replace, delete, head])
@pytest.mark.parametrize("fault", ["reset-after", "503"])
def test_idempotent_methods_are_repeated(
    harness: Harness, kind: Kind, fault: str, call: Any
) -> None:
    outcome = harness.meet(kind, f"{fault},ok", call)
    outcome.returned()
    assert len(outcome.tries) == 2


@pytest.mark.parametrize("fault", [*KEPT, "reset-before"])
@pytest.mark.parametrize("call", [create, update])
def test_what_may_have_happened_is_not_done_again(
    harness: Harness, kind: Kind, fault: str, call: Any
) -> None:
    outcome = harness.meet(kind, fault, call)
    is_answered = fault.isdecimal()
    package = harness.package
    outcome.raised(package.ServerError if is_answered else package.APIConnectionError)
    assert len(outcome.tries) == 1
    assert outcome.acted <= 1


@pytest.mark.parametrize("fault", TURNED_AWAY)
def test_what_was_turned_away_is_done_once(
    harness: Harness, kind: Kind, fault: str
) -> None:
    outcome = harness.meet(kind, f"{fault},ok", create)
    assert outcome.returned().name == "é"
    assert (len(outcome.tries), outcome.acted) == (2, 1)


@pytest.mark.parametrize("fault", KEPT)
@pytest.mark.parametrize("own", [True, False], ids=["of the caller", "made"])
def test_a_key_is_the_same_on_each_try(
    harness: Harness, kind: Kind, fault: str, *, own: bool
) -> None:
    name = fresh_name()

    def pay(client: Any) -> Any:
        options = {"idempotency_key": name} if own else {}
        return client.payments.create(amount=3, options=options)

    outcome = harness.meet(kind, f"{fault},{fault},ok", pay)
    assert outcome.returned().state == "paid"
    keys = [one["headers"]["idempotency-key"] for one in outcome.tries]
    assert len(keys) == 3
    assert set(keys) == {name if own else keys[0]}
    assert outcome.acted == 1


def test_keys_that_are_made_differ(harness: Harness, kind: Kind) -> None:
    def pay(client: Any) -> Any:
        return client.payments.create(amount=3)

    tries = [harness.meet(kind, "ok", pay).tries[0] for _ in range(3)]
    assert len({one["headers"]["idempotency-key"] for one in tries}) == 3


@pytest.mark.parametrize(
    ("fault", "wait"),
    [("429:seconds=3", 3.0), ("429:ms=70", 0.07), ("503:seconds=2", 2.0)],
)
def test_the_server_says_when_to_come_back(
    harness: Harness, kind: Kind, fault: str, wait: float
) -> None:
    outcome = harness.meet(kind, f"{fault},ok", retrieve)
    outcome.returned()
    assert outcome.waits == pytest.approx([wait])


def test_the_server_says_the_date_to_come_back(harness: Harness, kind: Kind) -> None:
    outcome = harness.meet(kind, "429:date=5,ok", retrieve)
    outcome.returned()
    # A date has whole seconds, and some of them passed on the way.
    assert 2 <= outcome.waits[0] <= 5


def test_who_is_told_to_wait_too_long_is_told(harness: Harness, kind: Kind) -> None:
    outcome = harness.meet(kind, "429:seconds=3600,ok", retrieve)
    error = outcome.raised(harness.package.RateLimitError)
    assert error.headers["retry-after"] == "3600"
    assert len(outcome.tries) == 1


@pytest.mark.parametrize(
    ("fault", "tries"), [("400:should", 2), ("500:should-not", 1), ("400", 1)]
)
def test_the_server_decides(
    harness: Harness, kind: Kind, fault: str, tries: int
) -> None:
    outcome = harness.meet(kind, f"{fault},ok", retrieve)
    assert len(outcome.tries) == tries
    assert (outcome.error is None) == (tries == 2)


@pytest.mark.parametrize("retries", [0, 1, 5])
def test_how_often_is_an_option(harness: Harness, kind: Kind, retries: int) -> None:
    outcome = harness.meet(kind, "503", retrieve, max_retries=retries)
    outcome.raised(harness.package.ServerError)
    assert len(outcome.tries) == retries + 1

    def once(client: Any) -> Any:
        return client.things.retrieve("t", options={"max_retries": 0})

    outcome = harness.meet(kind, "503", once, max_retries=retries)
    assert len(outcome.tries) == 1


@pytest.mark.parametrize("call", [retrieve, create])
def test_a_port_that_resets(harness: Harness, kind: Kind, call: Any) -> None:
    outcome = harness.meet(kind, "ok", call, base_url=harness.server.slammed)
    outcome.raised(harness.package.APIConnectionError)
    # The reset may come before connecting is over; then a POST, too, is tried again.
    assert len(outcome.waits) == 2 or call is create


@pytest.mark.parametrize("fault", ["stall", "stall-body"])
def test_a_server_that_goes_silent(harness: Harness, kind: Kind, fault: str) -> None:
    outcome = harness.meet(kind, f"{fault},ok", retrieve, timeout=0.5)
    assert outcome.returned().id == "t1"
    assert len(outcome.tries) == 2
    outcome = harness.meet(kind, fault, create, timeout=0.3)
    outcome.raised(harness.package.APITimeoutError)
    assert len(outcome.tries) == 1


@pytest.mark.parametrize("fault", ["slow-header:0.2", "slow-body:0.2"])
def test_a_slow_server(harness: Harness, kind: Kind, fault: str) -> None:
    outcome = harness.meet(kind, fault, retrieve, timeout=5)
    assert outcome.returned().id == "t1"
    assert len(outcome.tries) == 1


def test_bodies_that_cannot_be_replayed(harness: Harness, kind: Kind) -> None:
    def pieces() -> Any:
        yield b"x" * 1000

    def upload(client: Any) -> Any:
        return client.files.upload("1", body=pieces())

    outcome = harness.meet(kind, "503,ok", upload)
    outcome.raised(harness.package.ServerError)
    assert len(outcome.tries) == 1
