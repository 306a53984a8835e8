"""Shares tasks among processes that are forked from this one.

A fork has all that this process has, so tasks need not be sent anywhere; only their
results are.
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

_WORTH_A_PROCESS: Final = 100
"""The weight of tasks that take longer (1 ms each) than a process to fork."""


class Task(Struct, Generic[T], frozen=True):
    """Something to do.

    Attributes:
        weight: How long it takes, in about milliseconds.
        run: Does it; the result must be picklable.
    """

    weight: int
    run: Callable[[], T]


class ForkError(Exception):
    """A task that failed in another process; the text is its traceback."""


def run_tasks(tasks: Sequence[Task[T]], processes: int) -> list[T]:
    """Return the results of all tasks, in their order.

    Args:
        tasks: What to do.
        processes: How many processes may do it, this one included.

    Raises:
        ForkError: A task failed in another process. One that fails in this process
            raises what it raises.
    """
    shares = share(
        [task.weight for task in tasks], processes if hasattr(os, "fork") else 1
    )
    mine, *others = shares
    children = [_fork([tasks[index] for index in indexes]) for indexes in others]
    results = {index: tasks[index].run() for index in mine}
    for indexes, (process, reading) in zip(others, children, strict=True):
        with os.fdopen(reading, "rb") as stream:
            answer: list[T] | str = pickle.load(stream)  # noqa: S301 -- our own fork
        os.waitpid(process, 0)
        if isinstance(answer, str):
            raise ForkError(answer)
        results.update(zip(indexes, answer, strict=True))
    return [results[index] for index in range(len(tasks))]


def share(weights: Sequence[int], processes: int) -> list[list[int]]:
    """Return the indexes of the tasks that each process does, about alike in weight."""
    count = max(1, min(processes, sum(weights) // _WORTH_A_PROCESS))
    shares: list[list[int]] = [[] for _ in range(count)]
    loads = [0] * count
    for index in sorted(range(len(weights)), key=lambda i: -weights[i]):
        lightest = loads.index(min(loads))
        shares[lightest].append(index)
        loads[lightest] += weights[index]
    return shares


def _fork(tasks: Sequence[Task[T]]) -> tuple[int, int]:
    """Start a process that does tasks; return its id and where to read its answer."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    status = 1
    try:
        os.close(reading)
        answer: list[T] | str
        try:
            answer = [task.run() for task in tasks]
        except Exception:  # noqa: BLE001 -- the other process raises it
            answer = traceback.format_exc()
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(answer, stream)
        status = 0
    finally:
        os._exit(status)
