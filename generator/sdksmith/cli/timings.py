"""Measurement of the stages of a run: CPU time, wall time and peak memory."""

from __future__ import annotations

import sys
import time
from typing import Final

from msgspec import Struct, field

from .process import STARTED

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_BYTES_PER_UNIT: Final = 1 if sys.platform == "darwin" else 1024
"""Unit of `ru_maxrss`, in bytes."""


class StageTime(Struct):
    """Time that a run has spent in a stage.

    Attributes:
        cpu: Seconds of CPU time, including processes that have ended.
        wall: Seconds.
    """

    cpu: float = 0.0
    wall: float = 0.0


class Timings(Struct):
    """Times of the stages of a run, in the order of their first start.

    The first stage is the start of the command: imports, options and settings. Its CPU time
    includes the start of Python, about 0.02 s.

    Attributes:
        stages: Times by the name of the stage.
    """

    stages: dict[str, StageTime] = field(default_factory=dict[str, StageTime])
    _stage: str = "starting"
    _cpu: float = 0.0
    _wall: float = STARTED

    def enter(self, stage: str) -> None:
        """Record the time since the previous stage was entered, and enter another one."""
        cpu, wall = _read_cpu_time(), time.perf_counter()
        ended = self.stages.setdefault(self._stage, StageTime())
        ended.cpu += cpu - self._cpu
        ended.wall += wall - self._wall
        self._stage, self._cpu, self._wall = stage, cpu, wall

    def format_table(self) -> str:
        """End the current stage, and return the table of all stages as text."""
        self.enter("")
        total = StageTime(
            sum(item.cpu for item in self.stages.values()),
            sum(item.wall for item in self.stages.values()),
        )
        rows = [("stage", "CPU", "wall")]
        rows += [
            (name, f"{item.cpu:.2f} s", f"{item.wall:.2f} s")
            for name, item in {**self.stages, "total": total}.items()
        ]
        peak = _read_peak_memory()
        if peak is not None:
            rows.append(("peak memory", f"{peak / 1e6:.0f} MB", ""))
        width = max(len(name) for name, _, _ in rows)
        lines = (f"{name:<{width}} {cpu:>9} {wall:>9}" for name, cpu, wall in rows)
        return "".join(f"{line.rstrip()}\n" for line in lines)


def _read_cpu_time() -> float:
    """Return the CPU time of this process and of its children that have ended."""
    if resource is None:
        return time.process_time()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def _read_peak_memory() -> int | None:
    """Return the peak memory of the largest process in bytes; None if it is not known."""
    if resource is None:
        return None
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    peak = max(resource.getrusage(item).ru_maxrss for item in whose)
    return peak * _BYTES_PER_UNIT
