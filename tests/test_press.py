"""A package becomes the same files, whichever process makes them."""

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
from sdksmith.workers.pool import Press, PressError, start_early

from tests.render.pet_shop import PACKAGE

FILES = render_package(PACKAGE)


@pytest.mark.parametrize("processes", [1, 2, 4])
def test_the_files_are_the_same(processes: int) -> None:
    with Press(processes) as press:
        assert press.make_files(PACKAGE) == FILES


def test_a_press_can_be_used_again() -> None:
    with Press(2) as press:
        for _ in range(2):
            assert press.make_files(PACKAGE) == FILES


def test_a_worker_that_was_started_early_is_used(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    others = set(children(os.getpid()))  # servers of other tests in this process
    start_early()
    early = set(children(os.getpid())) - others
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    with Press(2) as press:
        assert set(children(os.getpid())) - others == early
        assert press.make_files(PACKAGE) == FILES
    assert not early & set(children(os.getpid()))


def test_a_worker_that_nobody_needed_ends_with_the_process() -> None:
    program = "from sdksmith.workers.pool import start_early\nstart_early()\n"
    program += "from sdksmith.workers import pool\nprint(pool._early[0].pid)\n"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        check=True,
    )
    assert not done.stderr
    assert not Path(f"/proc/{done.stdout.strip()}").exists()


def test_what_fails_in_the_worker_is_told_with_its_traceback() -> None:
    broken = replace(PACKAGE, name=Code("not a name"))
    with Press(2) as press, pytest.raises(PressError, match=r"(?s)Traceback.*Error"):
        press.make_files(broken)


@pytest.mark.parametrize("executable", ["/nowhere/python", "/bin/false"])
def test_without_a_worker_everything_happens_here(
    monkeypatch: pytest.MonkeyPatch, executable: str
) -> None:
    monkeypatch.setattr(sys, "executable", executable)
    with Press(2) as press:
        assert press.make_files(PACKAGE) == FILES


def test_a_worker_that_dies_loses_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def start(*args: object, **options: object) -> subprocess.Popen[bytes]:
        process: subprocess.Popen[bytes] = popen(*args, **options)  # type: ignore[call-overload]
        started.append(process)
        return process

    monkeypatch.setattr(subprocess, "Popen", start)
    with Press(2) as press:
        started[0].kill()
        assert press.make_files(PACKAGE) == FILES
    assert started[0].returncode == -signal.SIGKILL


def test_the_worker_ends_with_the_block() -> None:
    before = children(os.getpid())
    during: list[int] = []

    def interrupt() -> None:
        with Press(2):
            during.extend(children(os.getpid()))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupt()
    assert len(during) == len(before) + 1
    assert children(os.getpid()) == before


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks into /proc")
def test_the_worker_ends_when_this_process_is_killed() -> None:
    program = (
        "import time\nfrom sdksmith.workers.pool import Press\n"
        "with Press(2):\n    print('ready', flush=True)\n    time.sleep(60)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", program], stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        workers = children(process.pid)
        assert len(workers) == 1
        process.kill()
    for _ in range(200):
        if not any(Path(f"/proc/{worker}").exists() for worker in workers):
            return
        time.sleep(0.05)
    pytest.fail("the worker is still there")


def children(parent: int) -> list[int]:
    """Return the processes that a process has started."""
    found: list[int] = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(stat.parent.name))
    return sorted(found)
