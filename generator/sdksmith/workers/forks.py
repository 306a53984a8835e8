"""Parallel execution of tasks in forked processes.

A forked process has a copy of all data of its parent, so tasks do not have to be sent to
it. Only results are sent back.
"""

from __future__ import annotations

import os
import pickle
import signal
import traceback
from contextlib import suppress
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
    children: list[_Child] = []
    try:
        children.extend(_fork(tasks, indexes) for indexes in others)
        results = {index: tasks[index].run() for index in own}
        for child in children:
            results.update(_collect(tasks, child))
    finally:
        for child in children:
            _end(child)
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


class _Child(Struct, frozen=True):
    """A forked process.

    Attributes:
        indexes: Indexes of its tasks.
        process: Its id; 0 if no process could be forked.
        reading: Descriptor of the pipe with its results.
    """

    indexes: list[int]
    process: int = 0
    reading: int = -1


def _fork(tasks: Sequence[Task[T]], indexes: list[int]) -> _Child:
    """Fork a process that runs tasks."""
    try:
        reading, writing = os.pipe()
    except OSError:
        return _Child(indexes)
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return _Child(indexes)
    if process:
        os.close(writing)
        return _Child(indexes, process, reading)
    status = 1
    try:
        os.close(reading)
        response: list[T] | str
        try:
            response = [tasks[index].run() for index in indexes]
        except Exception:  # noqa: BLE001 -- raised in the parent process
            response = traceback.format_exc()
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(response, stream)
        status = 0
    finally:
        os._exit(status)


def _collect(tasks: Sequence[Task[T]], child: _Child) -> dict[int, T]:
    """Return the results of a process; run its tasks here if it was killed."""
    response: list[T] | str | None = None
    if child.process:
        with (
            os.fdopen(child.reading, "rb", closefd=False) as stream,
            suppress(EOFError, pickle.UnpicklingError),
        ):
            response = pickle.load(stream)  # noqa: S301 -- our own fork
    if isinstance(response, str):
        raise ForkError(response)
    if response is None:
        return {index: tasks[index].run() for index in child.indexes}
    return dict(zip(child.indexes, response, strict=True))


def _end(child: _Child) -> None:
    """Kill a process, which has ended already if its results were read."""
    if child.process:
        os.close(child.reading)
        os.kill(child.process, signal.SIGKILL)
        os.waitpid(child.process, 0)
