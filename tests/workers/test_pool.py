"""Tests of the render worker."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from msgspec.structs import replace
from sdksmith.render.files import render_package
from sdksmith.text.pysource import Code
from sdksmith.workers.pool import RenderError, RenderWorker

from tests.render.pet_shop import PACKAGE

FILES = render_package(PACKAGE)


@pytest.mark.parametrize("processes", [1, 2, 4])
def test_files_do_not_depend_on_number_of_processes(processes: int) -> None:
    with RenderWorker(processes) as worker:
        assert worker.render_files(PACKAGE) == FILES


def test_render_files_can_be_called_again() -> None:
    with RenderWorker(2) as worker:
        for _ in range(2):
            assert worker.render_files(PACKAGE) == FILES


def test_large_document_starts_no_worker() -> None:
    before = set(child_processes(os.getpid()))  # servers of other tests
    with RenderWorker(2, document_bytes=3_000_000) as worker:
        assert set(child_processes(os.getpid())) == before
        assert worker.render_files(PACKAGE) == FILES


def test_error_includes_traceback_of_worker() -> None:
    broken = replace(PACKAGE, name=Code("not a name"))
    with (
        RenderWorker(2) as worker,
        pytest.raises(RenderError, match=r"(?s)Traceback.*Error"),
    ):
        worker.render_files(broken)


@pytest.mark.parametrize("executable", ["/nowhere/python", "/bin/false"])
def test_renders_in_this_process_without_worker(
    monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    with RenderWorker(2) as worker:
        assert worker.render_files(PACKAGE) == FILES


def test_renders_in_this_process_if_worker_is_killed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*args: object, **options: object) -> subprocess.Popen[bytes]:
        process: subprocess.Popen[bytes] = popen(*args, **options)  # type: ignore[call-overload]
        started.append(process)
        return process

    monkeypatch.setattr(subprocess, "Popen", start)
    with RenderWorker(2) as worker:
        started[0].kill()
        assert worker.render_files(PACKAGE) == FILES
    assert started[0].returncode == -signal.SIGKILL


def test_worker_is_killed_at_end_of_block() -> None:
    before = child_processes(os.getpid())
    during: list[int] = []

    def interrupt() -> None:
        with RenderWorker(2):
            during.extend(child_processes(os.getpid()))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupt()
    assert len(during) == len(before) + 1
    assert child_processes(os.getpid()) == before


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="requires /proc")
def test_worker_exits_if_this_process_is_killed() -> None:
    program = (
        "import time\nfrom sdksmith.workers.pool import RenderWorker\n"
        "with RenderWorker(2):\n    print('ready', flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        workers = child_processes(process.pid)
        assert len(workers) == 1
        process.kill()
    for _ in range(200):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            return
        time.sleep(0.05)
    pytest.fail("the worker is still running")


def child_processes(parent: int) -> list[int]:
    """Return the ids of the child processes of a process."""
    found: list[int] = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return sorted(found)
