"""Load tests: concurrent calls, a fifth of them with faults, and large bodies.

`python -m tests.behaviour.load` runs them at full size.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.behaviour.faults.process import FaultServer
from tests.behaviour.load.separate_process import run_in_process
from tests.behaviour.load.traffic import Traffic, run_tasks, run_threads
from tests.behaviour.load.transfer import WAYS, Way, run_transfer
from tests.behaviour.load.workload import (
    FAULTS,
    Action,
    PlannedCall,
    plan_call,
    predict,
)

CALLS = 800
SIZE = 48 << 20


def check(traffic: Traffic) -> None:
    assert traffic.wrong == []
    assert traffic.duplicated == 0
    assert traffic.leaks == {}
    assert sum(traffic.ends.values()) == CALLS
    assert traffic.ends["value"] > CALLS * 0.8
    # With so few calls, only leaks of several objects per call are significant.
    assert traffic.blocks_per_call < 4
    # Each of the threads can hold an error body of 1 MiB at the time of a measurement.
    assert traffic.kilobytes[-1] - traffic.kilobytes[1] < 16 * 1024


@pytest.mark.slow
def test_threads_complete_calls_under_load(server: FaultServer, folder: Path) -> None:
    check(run_in_process(run_threads, folder, server, CALLS, 32))


@pytest.mark.slow
def test_tasks_complete_calls_under_load(server: FaultServer, folder: Path) -> None:
    check(run_in_process(run_tasks, folder, server, CALLS, 200))


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
@pytest.mark.parametrize("way", WAYS)
def test_large_transfers_use_little_memory(
    server: FaultServer, folder: Path, way: Way, *, is_async: bool
) -> None:
    moved = run_in_process(run_transfer, folder, way, SIZE, is_async=is_async)
    assert moved.size == SIZE
    assert moved.is_small


@pytest.mark.parametrize("is_async", [False, True], ids=["sync", "async"])
def test_memory_of_unstreamed_downloads_is_detected(
    server: FaultServer, folder: Path, *, is_async: bool
) -> None:
    moved = run_in_process(
        run_transfer, folder, "download at once", SIZE, is_async=is_async
    )
    assert moved.size == SIZE
    assert not moved.is_small


def test_workload_contains_all_faults() -> None:
    planned = [plan_call("x", number) for number in range(5000)]
    met = {(one.action, fault) for one in planned for fault in one.faults}
    assert {fault for _, fault in met} == FAULTS.keys()
    share = sum(bool(one.faults) for one in planned) / len(planned)
    assert 0.18 < share < 0.22


@pytest.mark.parametrize(
    ("action", "faults", "error", "attempts", "processed"),
    [
        ("retrieve", (), "", 1, 1),
        ("retrieve", ("500",), "", 2, 2),
        ("retrieve", ("500", "503", "reset-before"), "APIConnectionError", 3, 2),
        ("create", ("reset-after",), "APIConnectionError", 1, 1),
        ("create", ("reset-before",), "APIConnectionError", 1, 0),
        ("create", ("429:ms=20", "503:seconds=0"), "", 3, 1),
        ("pay", ("reset-after", "truncated"), "", 3, 1),
        ("retrieve", ("bad-json",), "APIDecodeError", 1, 1),
    ],
)
def test_predictions_follow_the_retry_policy(
    action: Action, faults: tuple[str, ...], error: str, attempts: int, processed: int
) -> None:
    prediction = predict(PlannedCall("x", 1, action, faults))
    assert (prediction.error, prediction.attempts, prediction.processed) == (
        error,
        attempts,
        processed,
    )
