"""A load of calls through one client, from threads or tasks, and what it leaves behind."""

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
from .workload import RETRIES, Planned, foretell, plan_call

if TYPE_CHECKING:
    from collections.abc import Iterator

QUARTERS = 4
MOST_BLOCKS_PER_CALL = 0.5
"""A call that leaves one object behind each time leaves at least one block."""

_SHOWN = 5


@dataclass
class Traffic:
    """What came of a load.

    Attributes:
        ends: How the calls ended: class of the error or `value` -> how often.
        wrong: What did not end as it must; the first of them.
        doubled: Calls that are not idempotent and were acted on more than once.
        threads, tasks, files, connections: How many are left when all is over.
        blocks: Memory blocks of Python in use after each quarter.
        kilobytes: Resident memory after each quarter.
        seconds: How long all took.
    """

    workers: str
    calls: int
    ends: Counter[str] = field(default_factory=Counter[str])
    wrong: list[str] = field(default_factory=list[str])
    doubled: int = 0
    threads: int = 0
    tasks: int = 0
    files: int = 0
    connections: int = 0
    blocks: list[int] = field(default_factory=list[int])
    kilobytes: list[int] = field(default_factory=list[int])
    seconds: float = 0

    @property
    def left(self) -> dict[str, int]:
        """What has leaked, by kind."""
        kinds = ("threads", "tasks", "files", "connections")
        return {name: count for name in kinds if (count := getattr(self, name))}

    @property
    def blocks_per_call(self) -> float:
        """How many blocks of memory a call leaves behind, after the first half."""
        return (self.blocks[-1] - self.blocks[1]) / (self.calls / 2)

    @property
    def is_well(self) -> bool:
        """Whether all ended as it must, and nothing was left over."""
        is_flat = self.blocks_per_call < MOST_BLOCKS_PER_CALL
        return not self.wrong and not self.doubled and not self.left and is_flat


def count_files() -> int:
    """Return how many file descriptors this process has open."""
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 (the names are what counts)


def resident_kilobytes() -> int:
    """Return the resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def start_call(client: Any, planned: Planned) -> Any:
    """Make a call; return its value, or an awaitable."""
    options: dict[str, Any] = {"headers": planned.headers, "timeout": planned.timeout}
    things, name, number = client.things, planned.thing, planned.number
    if planned.action == "pay":
        if number % 2:  # else the client makes one, since the document names the header
            options["idempotency_key"] = f"key-{planned.name}"
        return client.payments.create(amount=number, options=options)
    if planned.action == "create":
        return things.create(name=name, size=number, options=options)
    if planned.action == "update":
        return things.update(name, size=number, options=options)
    if planned.action == "replace":
        return things.replace(name, size=number, options=options)
    call = things.retrieve if planned.action == "retrieve" else things.delete
    return call(name, options=options)


def is_right(planned: Planned, value: Any) -> bool:
    """Whether a call returned what the server must have sent."""
    name, number = planned.thing, planned.number
    if planned.action == "delete":
        return value is None
    if planned.action == "pay":
        return bool(value.amount == number and value.state == "paid")
    if planned.action == "create":
        return bool(value.name == name and value.size == number)
    size = len(name) if planned.action == "retrieve" else number
    return bool(
        value.id == name and value.name == f"Größe {name}" and value.size == size
    )


class Load:
    """The calls of one load, and the book about them."""

    def __init__(self, server: FaultServer, traffic: Traffic) -> None:
        self._server = server
        self._lock = threading.Lock()
        self._prefix = f"{traffic.workers.split()[-1]}-{os.getpid()}-"
        self._ended: dict[str, str] = {}
        self.traffic = traffic

    def quarter(self, number: int) -> Iterator[Planned]:
        """Yield the calls of a quarter; workers share the iterator."""
        size = self.traffic.calls // QUARTERS
        for index in range(number * size, (number + 1) * size):
            yield plan_call(self._prefix, index)

    def note(self, planned: Planned, end: object) -> None:
        """Note how a call ended: an error or a value."""
        text = type(end).__name__ if isinstance(end, Exception) else "value"
        if text == "value" and not is_right(planned, end):
            text = f"wrong value {end!r}"
        with self._lock:
            self._ended[planned.name] = text

    def check_quarter(self, number: int) -> None:
        """Compare what came of the calls with what must, and measure the memory."""
        traffic = self.traffic
        sums = self._server.sums(self._prefix)
        for planned in self.quarter(number):
            must = foretell(planned)
            end = self._ended.pop(planned.name, "never ended")
            traffic.ends[end] += 1
            tries, acted, keys = sums.get(planned.name, (0, 0, 0))
            right = (must.error or "value", must.tries, must.acted)
            if (end, tries, acted) != right or keys > 1:
                traffic.wrong.append(
                    f"{planned}: {end}, {tries} tries, acted {acted}, not {right}"
                )
            if planned.action in {"create", "update", "pay"} and acted > 1:
                traffic.doubled += 1
        del traffic.wrong[_SHOWN:]
        del sums
        gc.collect()
        traffic.blocks.append(sys.getallocatedblocks())
        traffic.kilobytes.append(resident_kilobytes())


def _impatient(client: Any, package: Any) -> Any:
    """Let the waits between tries be real, but short."""
    clock = import_module(f"{package.__name__}._runtime.clock").Clock
    vars(client)["_clock"] = clock(jitter=lambda: random.random() / 20)
    return client


def run_threads(folder: Path, server: FaultServer, calls: int, workers: int) -> Traffic:
    """Make calls from threads that share one client."""
    package: Any = import_package(folder)
    traffic = Traffic(f"{workers} threads", calls)
    load = Load(server, traffic)
    threads, files = threading.active_count(), count_files()
    before = server.connections()["open"]
    started = time.monotonic()
    with package.Client(max_retries=RETRIES) as client:
        _impatient(client, package)
        for number in range(QUARTERS):
            pending = load.quarter(number)
            taking = threading.Lock()

            def work(pending: Iterator[Planned], taking: threading.Lock) -> None:
                while True:
                    with taking:
                        planned = next(pending, None)
                    if planned is None:
                        return
                    try:
                        end = start_call(client, planned)
                    except Exception as error:  # noqa: BLE001 (each is judged)
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
    asyncio.run(_run_tasks(package, Load(server, traffic), server, workers))
    traffic.threads = threading.active_count() - threads
    return traffic


async def _run_tasks(
    package: Any, load: Load, server: FaultServer, workers: int
) -> None:
    traffic = load.traffic
    files, before = count_files(), server.connections()["open"]
    started = time.monotonic()
    async with package.AsyncClient(max_retries=RETRIES) as client:
        _impatient(client, package)
        for number in range(QUARTERS):
            pending = load.quarter(number)

            async def work(pending: Iterator[Planned]) -> None:
                for planned in pending:
                    try:
                        end = await start_call(client, planned)
                    except Exception as error:  # noqa: BLE001 (each is judged)
                        end = error
                    load.note(planned, end)
                    del end

            async with asyncio.TaskGroup() as group:
                for _ in range(workers):
                    group.create_task(work(pending))
            traffic.tasks += len(asyncio.all_tasks()) - 1
            load.check_quarter(number)
    traffic.seconds = time.monotonic() - started
    traffic.files = count_files() - files
    traffic.connections = _settled(server, before) - before


def _settled(server: FaultServer, wanted: int) -> int:
    """Return how many connections are open, when they are so few or time is up."""
    ends = time.monotonic() + 10
    while (now := server.connections()["open"]) > wanted and time.monotonic() < ends:
        time.sleep(0.05)
    return now
