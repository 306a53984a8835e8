"""Parallel execution of tasks in forked processes.

A forked process has a copy of all data of its parent, so tasks do not have to be sent to
it. Only results are sent back.
"""

from __future__ import annotations

import os
import pickle
import traceback
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

T = TypeVar("T")

_MIN_WEIGHT_PER_PROCESS: Final = 100
"""Minimum weight of the tasks of a process; one unit of weight is about 1 ms.

Less work takes no longer than forking a process.
"""


class Task(Struct, Generic[T], frozen=True):
    """A unit of work.

    Attributes:
        weight: Approximate duration, in milliseconds.
        run: Function that does the work. Its result must be picklable.
    """

    weight: int
    run: Callable[[], T]


class ForkError(Exception):
    """Raised when a task fails in another process. The message is its traceback."""


def run_tasks(tasks: Sequence[Task[T]], processes: int) -> list[T]:
    """Return the results of all tasks, in their order.

    Args:
        tasks: The tasks.
        processes: Maximum number of processes, including this one.

    Raises:
        ForkError: If a task fails in another process. The exception of a task that fails
            in this process is propagated unchanged.
    """
    shares = distribute(
        [task.weight for task in tasks], processes if hasattr(os, "fork") else 1
    )
    own, *others = shares
    children = [_fork([tasks[index] for index in indexes]) for indexes in others]
    results = {index: tasks[index].run() for index in own}
    for indexes, (process, reading) in zip(others, children, strict=True):
        with os.fdopen(reading, "rb") as stream:
            response: list[T] | str = pickle.load(stream)  # noqa: S301 -- our own fork
        os.waitpid(process, 0)
        if isinstance(response, str):
            raise ForkError(response)
        results.update(zip(indexes, response, strict=True))
    return [results[index] for index in range(len(tasks))]


def distribute(weights: Sequence[int], processes: int) -> list[list[int]]:
    """Distribute tasks to processes with about equal weight; return their indexes."""
    count = max(1, min(processes, sum(weights) // _MIN_WEIGHT_PER_PROCESS))
    shares: list[list[int]] = [[] for _ in range(count)]
    loads = [0] * count
    for index in sorted(range(len(weights)), key=lambda i: -weights[i]):
        lightest = loads.index(min(loads))
        shares[lightest].append(index)
        loads[lightest] += weights[index]
    return shares


def _fork(tasks: Sequence[Task[T]]) -> tuple[int, int]:
    """Fork a process that runs tasks; return its id and a pipe with its results."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    status = 1
    try:
        os.close(reading)
        response: list[T] | str
        try:
            response = [task.run() for task in tasks]
        except Exception:  # noqa: BLE001 -- raised in the parent process
            response = traceback.format_exc()
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(response, stream)
        status = 0
    finally:
        os._exit(status)
