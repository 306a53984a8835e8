"""Measurement of one run of the generator in a process of its own."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Final, NamedTuple

CPU_SECONDS: Final = 10.0
PEAK_MEBIBYTES: Final = 1024
EXTRA_BYTES: Final = 5_000_000
BYTES_PER_OPERATION: Final = 20_000
"""Bounds of a run with a document under 1 MB: CPU time of the process and its children,
resident memory of the largest process, and bytes written beyond those that the operations
and the size of the document account for."""

_ADDRESS_SPACE: Final = 6 << 30
_DOCUMENT_FACTOR: Final = 6
"""Bytes of source for each byte of the document: a property of 30 bytes becomes a field of
a model, an entry of a TypedDict and a line of a sample."""


class Run(NamedTuple):
    """Result of a run.

    Attributes:
        code: Exit code; -9 if the run was killed.
        cpu: CPU time of the process and its children, in seconds.
        mebibytes: Peak of the resident memory of the largest process.
        written: Bytes of the written files.
        operations: Operations of the client.
        size: Bytes of the document.
        message: Last line of standard error.
    """

    code: int
    cpu: float
    mebibytes: float
    written: int
    operations: int
    size: int
    message: str

    def problems(self) -> list[str]:
        """Return the bounds that the run exceeds."""
        allowed = (
            EXTRA_BYTES
            + BYTES_PER_OPERATION * self.operations
            + _DOCUMENT_FACTOR * self.size
        )
        found = {
            f"exit {self.code}": self.code not in (0, 1),
            "cpu": self.cpu > CPU_SECONDS,
            "memory": self.mebibytes > PEAK_MEBIBYTES,
            "output": self.written > allowed,
        }
        return [name for name, exceeded in found.items() if exceeded]


def run_generator(data: bytes, seconds: int = 60) -> Run:
    """Generate a client of a document in a new process with limits.

    Args:
        data: The document.
        seconds: CPU time after which a process is killed.
    """
    with tempfile.TemporaryDirectory(prefix="limits-") as name:
        folder = Path(name)
        document = folder / "document.yaml"
        document.write_bytes(data)
        log = folder / "log"
        output = folder / "client"
        command = [sys.executable, "-P", "-m", "sdksmith", "generate", str(document)]
        with log.open("wb") as stream:
            process = subprocess.Popen(
                [*command, "--output", str(output)],
                stdout=stream,
                stderr=subprocess.STDOUT,
                preexec_fn=lambda: _limit(seconds),  # noqa: PLW1509 -- no threads here
            )
            status, used = _wait(process.pid, 10 * seconds)
            process.returncode = os.waitstatus_to_exitcode(status)
        files = [path for path in output.rglob("*") if path.is_file()]
        sources = [path.read_text(errors="replace") for path in files]
        lines = log.read_text(errors="replace").strip().splitlines()
        return Run(
            process.returncode,
            used.ru_utime + used.ru_stime,
            used.ru_maxrss / 1024,
            sum(path.stat().st_size for path in files),
            sum(source.count("= Operation(") for source in sources),
            len(data),
            lines[-1] if lines else "",
        )


def _limit(seconds: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))
    os.setpgid(0, 0)


def _wait(process: int, seconds: float) -> tuple[int, resource.struct_rusage]:
    """Wait for a process and end its group after a time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        found, status, used = os.wait4(process, os.WNOHANG)
        if found:
            return status, used
        time.sleep(0.02)
    os.killpg(process, 9)
    _, status, used = os.wait4(process, 0)
    return status, used
