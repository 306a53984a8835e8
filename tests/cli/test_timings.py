"""Times of the stages of a run."""

from __future__ import annotations

import subprocess
import sys

import pytest
from sdksmith.cli import timings
from sdksmith.cli.timings import Timings


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> dict[str, float]:
    """Clock that the test sets."""
    now = {"cpu": 0.0, "wall": 0.0}
    monkeypatch.setattr(timings, "_read_cpu_time", lambda: now["cpu"])
    monkeypatch.setattr("time.perf_counter", lambda: now["wall"])
    monkeypatch.setattr(timings, "_read_peak_memory", lambda: 12_345_678)
    return now


def test_table_contains_all_stages_and_their_sum(clock: dict[str, float]) -> None:
    measured = Timings(_wall=0.0)
    for stage in ("reading", "planning the package", "reading"):
        clock.update(cpu=clock["cpu"] + 1, wall=clock["wall"] + 2)
        measured.enter(stage)
    clock.update(cpu=clock["cpu"] + 0.5, wall=clock["wall"] + 0.25)
    assert measured.format_table() == (
        "stage                      CPU      wall\n"
        "starting                1.00 s    2.00 s\n"
        "reading                 1.50 s    2.25 s\n"
        "planning the package    1.00 s    2.00 s\n"
        "total                   3.50 s    6.25 s\n"
        "peak memory              12 MB\n"
    )


@pytest.mark.skipif(sys.platform == "win32", reason="needs getrusage")
def test_processes_that_have_ended_count() -> None:
    measured = Timings()
    measured.enter("waiting")
    program = "import time\nwhile time.process_time() < 0.1: pass"
    subprocess.run([sys.executable, "-c", program], check=True)
    measured.enter("")
    assert measured.stages["waiting"].cpu >= 0.09


def test_system_without_resource_usage_has_no_memory(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(timings, "resource", None)
    assert "memory" not in Timings().format_table()
