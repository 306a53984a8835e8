"""Load tests of one client in threads or tasks, with checks for leaks."""

from __future__ import annotations

import asyncio
import gc
import os
import random
import sys
import threading
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..faults.package import import_package
from ..faults.process import FaultServer
from .workload import MAX_RESPONSE_BYTES, RETRIES, PlannedCall, plan_call, predict

if TYPE_CHECKING:
    from collections.abc import Iterator

QUARTERS = 4
MOST_BLOCKS_PER_CALL = 0.5
"""A leak of one object per call leaks at least one block per call."""

_SHOWN = 5
_OPTIONS: dict[str, Any] = {
    "max_retries": RETRIES,
    "max_response_bytes": MAX_RESPONSE_BYTES,
}


@dataclass
class Traffic:
    """Results of a load test.

    Attributes:
        ends: Number of calls by class of the error, or `value`.
        wrong: The first unexpected results.
        duplicated: Number of non-idempotent calls that were processed more than once.
        threads, tasks, files, connections: Numbers of leaked resources.
        blocks: Memory blocks of Python in use after each quarter.
        kilobytes: Resident memory after each quarter.
        seconds: Duration.
    """

    workers: str
    calls: int
    ends: Counter[str] = field(default_factory=Counter[str])
    wrong: list[str] = field(default_factory=list[str])
    duplicated: int = 0
    threads: int = 0
    tasks: int = 0
    files: int = 0
    connections: int = 0
    blocks: list[int] = field(default_factory=list[int])
    kilobytes: list[int] = field(default_factory=list[int])
    seconds: float = 0

    @property
    def leaks(self) -> dict[str, int]:
        """Number of leaked resources by kind."""
        kinds = ("threads", "tasks", "files", "connections")
        return {name: count for name in kinds if (count := getattr(self, name))}

    @property
    def blocks_per_call(self) -> float:
        """Leaked blocks of memory per call in the second half."""
        return (self.blocks[-1] - self.blocks[1]) / (self.calls / 2)

    @property
    def is_clean(self) -> bool:
        """Whether all results were expected and nothing leaked."""
        is_flat = self.blocks_per_call < MOST_BLOCKS_PER_CALL
        return not self.wrong and not self.duplicated and not self.leaks and is_flat


def count_files() -> int:
    """Return the number of open file descriptors of this process."""
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 (only the names are needed)


def resident_kilobytes() -> int:
    """Return the resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def start_call(client: Any, planned: PlannedCall) -> Any:
    """Make a call; return its value, or an awaitable."""
    options: dict[str, Any] = {"headers": planned.headers, "timeout": planned.timeout}
    things, name, number = client.things, planned.thing, planned.number
    if planned.action == "pay":
        if number % 2:  # otherwise the client generates a key
            options["idempotency_key"] = f"key-{planned.name}"
        return client.payments.create(amount=number, options=options)
    if planned.action == "create":
        return things.create(name=name, size=number, options=options)
    if planned.action == "update":
        return things.update(name, size=number, options=options)
    if planned.action == "replace":
        return things.replace(name, size=number, options=options)
    calls = {"check": things.head, "delete": things.delete}
    return calls.get(planned.action, things.retrieve)(name, options=options)


def is_right(planned: PlannedCall, value: Any) -> bool:
    """Return whether a call returned the expected value."""
    name, number = planned.thing, planned.number
    if planned.action in {"delete", "check"}:
        return value is None
    if planned.action == "pay":
        return bool(value.amount == number and value.state == "paid")
    if planned.action == "create":
        return bool(value.name == name and value.size == number)
    size = len(name) if planned.action == "retrieve" else number
    return bool(
        value.id == name and value.name == f"Größe {name}" and value.size == size
    )


class LoadRun:
    """Calls of a load test, and a record of their results."""

    def __init__(self, server: FaultServer, traffic: Traffic) -> None:
        self._server = server
        self._lock = threading.Lock()
        self._prefix = f"{traffic.workers.split()[-1]}-{os.getpid()}-"
        self._ended: dict[str, str] = {}
        self.traffic = traffic

    def quarter(self, number: int) -> Iterator[PlannedCall]:
        """Yield the calls of a quarter. Workers share the iterator."""
        size = self.traffic.calls // QUARTERS
        for index in range(number * size, (number + 1) * size):
            yield plan_call(self._prefix, index)

    def note(self, planned: PlannedCall, end: object) -> None:
        """Record the result of a call: an error or a value."""
        text = type(end).__name__ if isinstance(end, Exception) else "value"
        if text == "value" and not is_right(planned, end):
            text = f"wrong value {end!r}"
        with self._lock:
            self._ended[planned.name] = text

    def check_quarter(self, number: int) -> None:
        """Compare the results of the calls with the predictions, and measure the memory."""
        traffic = self.traffic
        summaries = self._server.summaries(self._prefix)
        for planned in self.quarter(number):
            must = predict(planned)
            end = self._ended.pop(planned.name, "never ended")
            traffic.ends[end] += 1
            attempts, processed, keys = summaries.get(planned.name, (0, 0, 0))
            right = (must.error or "value", must.attempts, must.processed)
            if (end, attempts, processed) != right or keys > 1:
                traffic.wrong.append(
                    f"{planned}: {end}, {attempts} attempts, {processed} processed, not {right}"
                )
            if planned.action in {"create", "update", "pay"} and processed > 1:
                traffic.duplicated += 1
        del traffic.wrong[_SHOWN:]
        del summaries
        gc.collect()
        traffic.blocks.append(sys.getallocatedblocks())
        traffic.kilobytes.append(resident_kilobytes())


def _shorten_waits(client: Any, package: Any) -> Any:
    """Shorten the waits between attempts."""
    clock = import_module(f"{package.__name__}._runtime.transport.clock").Clock
    vars(client)["_clock"] = clock(jitter=lambda: random.random() / 20)
    return client


def run_threads(folder: Path, server: FaultServer, calls: int, workers: int) -> Traffic:
    """Make calls from threads that share one client."""
    package: Any = import_package(folder)
    traffic = Traffic(f"{workers} threads", calls)
    load = LoadRun(server, traffic)
    threads, files = threading.active_count(), count_files()
    before = server.connections()["open"]
    started = time.monotonic()
    with package.Client(**_OPTIONS) as client:
        _shorten_waits(client, package)
        for number in range(QUARTERS):
            pending = load.quarter(number)
            taking = threading.Lock()

            def work(pending: Iterator[PlannedCall], taking: threading.Lock) -> None:
                while True:
                    with taking:
                        planned = next(pending, None)
                    if planned is None:
                        return
                    try:
                        end = start_call(client, planned)
                    except Exception as error:  # noqa: BLE001 (checked later)
                        end = error
                    load.note(planned, end)
                    del end

            with ThreadPoolExecutor(workers) as pool:
                for _ in range(workers):
                    pool.submit(work, pending, taking)
            load.check_quarter(number)
    traffic.seconds = time.monotonic() - started
    traffic.threads = threading.active_count() - threads
    traffic.files = count_files() - files
    traffic.connections = _settled(server, before) - before
    return traffic


def run_tasks(folder: Path, server: FaultServer, calls: int, workers: int) -> Traffic:
    """Make calls from tasks that share one client."""
    package: Any = import_package(folder)
    traffic = Traffic(f"{workers} tasks", calls)
    threads = threading.active_count()
    asyncio.run(_run_tasks(package, LoadRun(server, traffic), server, workers))
    traffic.threads = threading.active_count() - threads
    return traffic


async def _run_tasks(
    package: Any, load: LoadRun, server: FaultServer, workers: int
) -> None:
    traffic = load.traffic
    files, before = count_files(), server.connections()["open"]
    started = time.monotonic()
    async with package.AsyncClient(**_OPTIONS) as client:
        _shorten_waits(client, package)
        for number in range(QUARTERS):
            pending = load.quarter(number)

            async def work(pending: Iterator[PlannedCall]) -> None:
                for planned in pending:
                    try:
                        end = await start_call(client, planned)
                    except Exception as error:  # noqa: BLE001 (checked later)
                        end = error
                    load.note(planned, end)
                    del end

            async with asyncio.TaskGroup() as group:
                for _ in range(workers):
                    group.create_task(work(pending))
            traffic.tasks += await _count_tasks()
            load.check_quarter(number)
    traffic.seconds = time.monotonic() - started
    traffic.files = count_files() - files
    traffic.connections = _settled(server, before) - before


async def _count_tasks() -> int:
    """Return the number of other tasks, after waiting for their end."""
    # Event loops close unfinished generators, such as that of a body, in tasks.
    ends = time.monotonic() + 1
    while len(asyncio.all_tasks()) > 1 and time.monotonic() < ends:
        await asyncio.sleep(0.01)
    return len(asyncio.all_tasks()) - 1


def _settled(server: FaultServer, wanted: int) -> int:
    """Return the number of open connections, after waiting for it to decrease."""
    ends = time.monotonic() + 10
    while (now := server.connections()["open"]) > wanted and time.monotonic() < ends:
        time.sleep(0.05)
    return now
