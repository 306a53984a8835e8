"""Bodies of servers that are broken or malicious: their length, size and text."""

from __future__ import annotations

import logging
import time
from typing import Any

import pytest

from .harness import Harness, Kind

LIMIT = 1 << 20


def retrieve(client: Any) -> Any:
    return client.things.retrieve("t1")


def create(client: Any) -> Any:
    return client.things.create(name="é")


def pay(client: Any) -> Any:
    return client.payments.create(amount=3)


@pytest.mark.parametrize("fault", ["long-length", "negative-length", "two-lengths"])
def test_wrong_lengths_are_interruptions(
    harness: Harness, kind: Kind, fault: str
) -> None:
    outcome = harness.call_with_faults(kind, f"{fault},ok", retrieve)
    assert outcome.returned().id == "t1"
    assert len(outcome.attempts) == 2
    outcome = harness.call_with_faults(kind, fault, create)
    outcome.raised(harness.package.APIConnectionError)
    assert len(outcome.attempts) == 1


def test_a_length_that_is_too_short_cuts_the_body(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(kind, "short-length", retrieve)
    outcome.raised(harness.package.APIDecodeError)


@pytest.mark.parametrize("fault", ["bomb:64", "endless", "endless-gzip"])
@pytest.mark.parametrize("call", [retrieve, pay])
def test_bodies_beyond_the_limit_are_not_read(
    harness: Harness, kind: Kind, fault: str, call: Any
) -> None:
    outcome = harness.call_with_faults(kind, fault, call, max_response_bytes=LIMIT)
    error = outcome.raised(harness.package.ResponseTooLargeError)
    assert error.limit == LIMIT
    assert "pass a greater max_response_bytes" in str(error)
    # The API has processed the request; repeating it would not help.
    assert (len(outcome.attempts), outcome.processed) == (1, 1)


@pytest.mark.parametrize("fault", ["endless", "drip:0.05"])
def test_the_deadline_ends_slow_and_endless_bodies(
    harness: Harness, kind: Kind, fault: str
) -> None:
    started = time.monotonic()
    options = {"deadline": 0.3, "max_response_bytes": None, "max_retries": 0}
    outcome = harness.call_with_faults(kind, fault, retrieve, **options)
    outcome.raised(harness.package.APITimeoutError)
    assert time.monotonic() - started < 5


def test_slow_bodies_are_accepted(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(kind, "drip:0.0001", retrieve)
    assert outcome.returned().id == "t1"


def test_redirect_loops_end(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(kind, "loop", retrieve)
    error = outcome.raised(harness.package.APIStatusError)
    assert "the limit of 5 redirects is exceeded" in str(error)
    assert len(outcome.attempts) == 6


@pytest.mark.parametrize("status", ["redirect", "found"])
def test_bodies_are_not_redirected_to_another_origin(
    harness: Harness, kind: Kind, status: str
) -> None:
    other = harness.server.other_origin
    fault = f"{status}:{other}/payments,ok"
    outcome = harness.call_with_faults(kind, fault, pay)
    error = outcome.raised(harness.package.APIStatusError)
    assert f"to another origin, {other}; pass allow_cross_origin_body" in str(error)
    assert len(outcome.attempts) == 1
    outcome = harness.call_with_faults(kind, fault, pay, allow_cross_origin_body=True)
    assert outcome.returned().state == "paid"
    assert outcome.processed == 1
    keys = {one["headers"]["idempotency-key"] for one in outcome.attempts}
    assert len(keys) == 1


def test_get_follows_redirects_to_another_origin_without_secrets(
    harness: Harness, kind: Kind
) -> None:
    fault = f"redirect:{harness.server.other_origin}/things/t1,ok"
    headers = {"X-Session-Token": "secret", "X-Plain": "p"}
    outcome = harness.call_with_faults(kind, fault, retrieve, headers=headers)
    assert outcome.returned().id == "t1"
    first, second = outcome.attempts
    assert first["headers"]["x-session-token"] == "secret"
    assert "x-session-token" not in second["headers"]
    assert second["headers"]["x-plain"] == "p"


def test_text_of_the_server_is_escaped_and_bounded(
    harness: Harness, kind: Kind, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, harness.package.__name__)
    outcome = harness.call_with_faults(kind, "forged", retrieve)
    error = outcome.raised(harness.package.APIStatusError)
    shown = [str(error), repr(error), *(item.getMessage() for item in caplog.records)]
    assert [text for text in shown if not text.isprintable()] == []
    assert max(map(len, shown)) < 5000
    assert r"\x1b[2J" in str(error)
    # The attributes have the raw values.
    assert error.body["detail"].startswith("a\r\nINFO forged\x1b[2J")
    assert error.request_id.startswith("a\x9b2J")
