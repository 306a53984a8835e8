"""Worker processes that attribute faults to the case that causes them."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.fuzz import processes
from tests.fuzz.outcome import Outcome
from tests.fuzz.processes import Request, run_cases
from tests.fuzz.running import CpuLimitError


def run_planted(number: Request, folder: Path) -> Outcome:
    """Kill the process, use up memory or CPU time, or return."""
    del folder
    match number:
        case 1:
            os._exit(3)
        case 2:
            bytearray(2 * processes.MEMORY_BYTES)
        case 3:
            while True:
                try:
                    sum(range(1000))
                except Exception:  # noqa: BLE001 -- as code of the generator may
                    continue
        case _:
            pass
    return Outcome(is_client=True)


def test_limits_are_attributed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(processes, "CPU_SECONDS", 0)
    ended = {
        item.number: [failure.kind for failure in item.outcome.failures]
        for item in run_cases(run_planted, iter(range(6)), 2, tmp_path)
    }
    assert ended == {
        0: [],
        1: ["worker died with exit code 3"],
        2: ["MemoryError in an oracle"],
        3: [f"{CpuLimitError.__name__} in an oracle"],
        4: [],
        5: [],
    }
