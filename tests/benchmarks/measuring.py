"""Measurement of whole processes."""

from __future__ import annotations

import os
import statistics
import subprocess
import time
from dataclasses import dataclass, field


@dataclass(slots=True)
class Measured:
    """Runs of one program.

    Attributes:
        name: Name of the program, for the table.
        seconds: Wall time of each run.
        cpu: CPU time of each run, child processes included.
        kilobytes: Peak resident memory of each run's largest process.
        failure: Exit code of a run that failed; 0 if all succeeded.
    """

    name: str
    seconds: list[float] = field(default_factory=list[float])
    cpu: list[float] = field(default_factory=list[float])
    kilobytes: list[int] = field(default_factory=list[int])
    failure: int = 0

    @property
    def wall(self) -> float:
        """Median wall time in seconds."""
        return statistics.median(self.seconds)

    @property
    def cpu_seconds(self) -> float:
        """Median CPU time in seconds."""
        return statistics.median(self.cpu)

    @property
    def peak(self) -> float:
        """Peak resident memory of the largest process, in MiB."""
        return max(self.kilobytes) / 1024

    def row(self, base: float) -> str:
        """Return a line of a table, with the ratio to `base` seconds."""
        spread = f"{min(self.seconds):.3f}..{max(self.seconds):.3f}"
        ratio = self.wall / base
        return (
            f"{self.name:34} {self.wall:7.3f} s {spread:>15} {ratio:6.2f} x "
            f"{self.peak:7.1f} MB"
        )


def measure(measured: Measured, command: list[str]) -> None:
    """Run a command, and record its time, its peak memory and whether it failed."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    measured.seconds.append(time.perf_counter() - started)
    measured.cpu.append(usage.ru_utime + usage.ru_stime)
    measured.kilobytes.append(usage.ru_maxrss)
    process.returncode = os.waitstatus_to_exitcode(status)
    measured.failure = measured.failure or process.returncode


def run_once(measured: Measured, command: list[str]) -> None:
    """Run a command that must succeed, and record its time and peak memory.

    Raises:
        SystemExit: If the command fails.
    """
    measure(measured, command)
    if measured.failure:
        raise SystemExit(f"{' '.join(command)} ended with {measured.failure}")
