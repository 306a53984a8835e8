"""Deadlines of calls."""

from __future__ import annotations

import time
from typing import Any

import pytest

from .harness import Harness, Kind, unique_name


def retrieve(client: Any) -> Any:
    return client.things.retrieve("t1")


@pytest.mark.parametrize(
    "fault", ["stall", "stall-body", "429:seconds=5", "reset-after"]
)
def test_deadline_includes_all_attempts(
    harness: Harness, kind: Kind, fault: str
) -> None:
    def call(client: Any) -> Any:
        return client.things.retrieve("t1", options={"deadline": 0.4})

    headers = {"X-Fault": fault, "X-Call": unique_name()}
    started = time.monotonic()
    with pytest.raises(harness.package.SDKError):
        harness.run(kind, call, headers=headers, timeout=30, max_retries=100)
    assert time.monotonic() - started < 3
    attempts = harness.server.attempts(headers["X-Call"])
    assert len(attempts) == 1 or fault == "reset-after"


def test_call_within_the_deadline_succeeds(harness: Harness, kind: Kind) -> None:
    outcome = harness.call_with_faults(kind, "slow-body:0.05", retrieve, deadline=5)
    assert outcome.returned().id == "t1"
