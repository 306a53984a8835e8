"""Tests of the execution of tasks in forked processes."""

from __future__ import annotations

import errno
import os
import signal
import time
from functools import partial

import pytest
from sdksmith.workers.forks import ForkError, Task, distribute, run_tasks


def return_process(number: int) -> tuple[int, int]:
    return number, os.getpid()


def fail() -> tuple[int, int]:
    raise ZeroDivisionError("of a task")


@pytest.mark.parametrize("processes", [1, 2, 4])
def test_results_are_in_order_of_tasks(processes: int) -> None:
    tasks = [Task(150, partial(return_process, number)) for number in range(7)]
    results = run_tasks(tasks, processes)
    assert [number for number, _ in results] == list(range(7))
    workers = {process for _, process in results}
    assert len(workers) == processes
    assert os.getpid() in workers


def test_small_tasks_run_in_this_process() -> None:
    results = run_tasks(
        [Task(10, partial(return_process, number)) for number in range(4)], 4
    )
    assert {process for _, process in results} == {os.getpid()}
    assert run_tasks([], 4) == []


def test_raises_error_of_failed_task() -> None:
    first, light = Task(1000, partial(return_process, 1)), Task(500, fail)
    with pytest.raises(ZeroDivisionError):
        run_tasks([light, first], 1)
    with pytest.raises(ForkError, match="ZeroDivisionError: of a task"):
        run_tasks([light, first], 2)


def test_distribute_balances_weights() -> None:
    weights = [100, 2000, 900, 1, 0, 1000]
    shares = distribute(weights, 2)
    assert sorted(index for indexes in shares for index in indexes) == list(range(6))
    loads = [sum(weights[index] for index in indexes) for indexes in shares]
    assert abs(loads[0] - loads[1]) <= 100
    assert distribute([1] * 3, 8) == [[0, 1, 2]]
    assert distribute([], 8) == [[]]


def die_in_fork(parent: int) -> int:
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def test_tasks_of_a_killed_process_run_in_this_one() -> None:
    tasks = [Task(500, partial(die_in_fork, os.getpid())) for _ in range(4)]
    assert set(run_tasks(tasks, 4)) == {os.getpid()}


@pytest.mark.parametrize("function", ["fork", "pipe"])
def test_tasks_run_in_this_process_if_it_cannot_fork(
    monkeypatch: pytest.MonkeyPatch, function: str
) -> None:
    def fail() -> None:
        raise OSError(errno.EAGAIN, os.strerror(errno.EAGAIN))

    monkeypatch.setattr(os, function, fail)
    tasks = [Task(500, partial(return_process, number)) for number in range(4)]
    assert {process for _, process in run_tasks(tasks, 4)} == {os.getpid()}


def test_processes_are_ended_if_this_one_is_interrupted() -> None:
    parent = os.getpid()

    def wait() -> None:
        if os.getpid() == parent:
            raise KeyboardInterrupt
        time.sleep(60)

    began = time.monotonic()
    with pytest.raises(KeyboardInterrupt):
        run_tasks([Task(500, wait) for _ in range(3)], 3)
    assert time.monotonic() - began < 30
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)
