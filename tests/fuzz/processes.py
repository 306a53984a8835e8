"""Worker processes for cases, with limits on CPU time and memory.

A worker is forked, so it starts at once. If it dies, the case that it ran is to blame.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import signal
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import islice
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from tests.fuzz.outcome import Failure, Outcome
from tests.fuzz.running import CpuLimitError

if TYPE_CHECKING:
    from multiprocessing.context import ForkProcess
    from types import FrameType

CPU_SECONDS: Final = 10
"""Limit for a document, including the oracles."""

MEMORY_BYTES: Final = 1024**3
"""Limit for a document, in addition to the memory of the loaded modules."""

WALL_SECONDS: Final = 120
"""Limit for a worker that does not respond to the signal of the CPU limit."""

CASES_OF_A_WORKER: Final = 300
"""A worker is replaced after this number of cases, so that memory does not accumulate."""

Request = int | tuple[str, bytes]
"""Number of a case, or file name and content of a document."""

Job = Callable[[Request, Path], Outcome]
"""Runs a case in a folder, which is the current folder."""


class Worker:
    """A forked process that runs the cases that it is asked for."""

    def __init__(self, job: Job, folder: Path) -> None:
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe()
        self.connection: Connection = ours
        self.request: Request = 0
        self.started = 0.0
        self.cases = 0
        self.process: ForkProcess = context.Process(
            target=_serve, args=(job, theirs, ours, folder), daemon=False
        )
        self.process.start()
        theirs.close()

    def start(self, request: Request) -> None:
        """Start a case."""
        self.request, self.started = request, time.monotonic()
        self.cases += 1
        self.connection.send(request)

    def take_outcome(self) -> Outcome:
        """Return the outcome of the case that has ended, also if it ended the process."""
        try:
            outcome: Outcome = self.connection.recv()
        except (EOFError, ConnectionResetError):
            self.process.join()
            code = self.process.exitcode
            failure = Failure(f"worker died with exit code {code}")
            return Outcome(is_client=False, failures=(failure,))
        return outcome

    @property
    def is_usable(self) -> bool:
        """Whether the process can run another case."""
        return self.cases < CASES_OF_A_WORKER and self.process.is_alive()

    def kill(self) -> None:
        """End the process."""
        with suppress(OSError):
            self.connection.close()
        self.process.kill()
        self.process.join()


def _serve(job: Job, requests: Connection, other: Connection, folder: Path) -> None:
    other.close()
    parent = os.getppid()
    _limit_memory()
    signal.signal(signal.SIGXCPU, _raise_cpu_limit)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    with tempfile.TemporaryDirectory(dir=folder) as own, suppress(EOFError):
        os.chdir(own)
        while True:
            # Other workers have copies of the pipe, so it does not end with the parent.
            while not requests.poll(5):
                if os.getppid() != parent:
                    return
            request: Request = requests.recv()
            _limit_cpu(CPU_SECONDS)
            try:
                outcome = job(request, Path(own))
            except (CpuLimitError, MemoryError) as error:
                failure = Failure(f"{type(error).__name__} in an oracle")
                outcome = Outcome(is_client=False, failures=(failure,))
            requests.send(outcome)


def _raise_cpu_limit(number: int, frame: FrameType | None) -> None:
    del number, frame
    _limit_cpu(CPU_SECONDS)
    raise CpuLimitError


def _limit_cpu(seconds: int) -> None:
    used = int(time.process_time()) + 1
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, hard))


def _limit_memory() -> None:
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    limit = pages * resource.getpagesize() + MEMORY_BYTES
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))


class Ended(NamedTuple):
    """A case that has ended."""

    number: int
    outcome: Outcome


def run_cases(
    job: Job, numbers: Iterator[int], jobs: int, folder: Path
) -> Iterator[Ended]:
    """Run cases in worker processes, and yield their outcomes as they end.

    Args:
        job: Runs a case.
        numbers: Numbers of the cases; it may end at any time.
        jobs: Number of processes.
        folder: Folder for temporary files.
    """
    workers: list[Worker] = []
    try:
        for number in islice(numbers, jobs):
            workers.append(Worker(job, folder))
            workers[-1].start(number)
        while workers:
            for worker in wait_for(workers):
                assert isinstance(worker.request, int)
                yield Ended(worker.request, worker.take_outcome())
                following = next(numbers, None)
                if following is not None and worker.is_usable:
                    worker.start(following)
                    continue
                worker.kill()
                workers.remove(worker)
                if following is not None:
                    workers.append(Worker(job, folder))
                    workers[-1].start(following)
    finally:
        for worker in workers:
            worker.kill()


def wait_for(workers: list[Worker]) -> list[Worker]:
    """Return the workers whose case has ended; end those that do not respond."""
    ready = wait([worker.connection for worker in workers], timeout=1)
    for worker in workers:
        if time.monotonic() - worker.started > WALL_SECONDS:
            worker.process.kill()
    return [worker for worker in workers if worker.connection in ready]
