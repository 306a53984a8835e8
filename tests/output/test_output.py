"""Runs that are killed, or that fail, at any of their operations on the file system."""

from __future__ import annotations

import errno
import os
import shutil
import signal
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from sdksmith.output import sync
from sdksmith.output.errors import OutputError

from tests.output.disks import LOST, Disk, list_crashes
from tests.output.files import FILES, OTHERS, files_of, has_no_siblings, snapshot, write
from tests.output.operations import Operation, intercept, record

if TYPE_CHECKING:
    from collections.abc import Callable

OLD = {**FILES, **{f"src/old{i}.py": f"old = {i}\n" for i in range(4)}}
NEW = {**OTHERS, **{f"src/new{i}.py": f"new = {i}\n" for i in range(16)}}
MINE = {"mine": "mine", "src/inner/mine.py": "mine"}
KILLS = 50


def prepare(target: Path) -> None:
    """Write the old client, with files of the user."""
    write(target, OLD)
    for name, text in MINE.items():
        (target / name).write_text(text)


def reset(target: Path) -> None:
    """Write the old client again, into the same folder: it can be the current one."""
    target.mkdir(parents=True, exist_ok=True)
    for path in [*target.parent.iterdir()]:
        if path != target:
            shutil.rmtree(path)
    for path in [*target.iterdir()]:
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    prepare(target)


def is_whole(target: Path) -> bool:
    return files_of(target) in ({**OLD, **MINE}, {**NEW, **MINE})


def kill_at(number: int, run: Callable[[], object]) -> bool:
    """Run in a process that is killed at an operation; return whether it was reached.

    A file that is being written is left with half of its content.
    """
    count = 0

    def die(operation: Operation) -> None:
        nonlocal count
        count += 1
        if count == number:
            if operation.name == "write":
                half = operation.data[: len(operation.data) // 2]
                with Path(operation.paths[0]).open("wb") as stream:
                    stream.write(half)
            os.kill(os.getpid(), signal.SIGKILL)

    process = os.fork()
    if not process:
        try:
            with intercept(die):
                run()
        finally:
            os._exit(0)
    _, status = os.waitpid(process, 0)
    return os.WIFSIGNALED(status)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("kills", [8, pytest.param(KILLS, marks=pytest.mark.nightly)])
def test_killed_run_leaves_a_whole_client(
    target: Path, replacement: str, kills: int
) -> None:
    reset(target)
    total = len(record(lambda: write(target, NEW)))
    assert total >= KILLS
    for number in range(kills):
        reset(target)
        assert kill_at(
            1 + number * (total - 1) // (kills - 1), lambda: write(target, NEW)
        )
        if replacement == "swapped":
            assert is_whole(target)
        wanted = NEW if number % 2 else OLD
        write(target, wanted)
        assert files_of(target) == {**wanted, **MINE}
        assert has_no_siblings(target)


def fail_from(first: int, number: int) -> Callable[[Operation], None]:
    """Let all writes fail from one of them on."""
    count = 0

    def fail(operation: Operation) -> None:
        nonlocal count
        if operation.name == "write":
            count += 1
            if count >= first:
                raise OSError(number, os.strerror(number), operation.paths[0])

    return fail


@pytest.mark.usefixtures("replacement")
@pytest.mark.parametrize(
    "number",
    [
        errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EIO,
        errno.ENAMETOOLONG, errno.EMFILE,
    ],
)  # fmt: skip
def test_failed_run_leaves_the_old_client(target: Path, number: int) -> None:
    """The disk stays full: only removals succeed from the first error on."""
    reset(target)
    before = snapshot(target)
    writes = len([x for x in record(lambda: write(target, NEW)) if x.name == "write"])
    assert writes >= 10

    for first in (1, 2, writes // 2, writes):
        reset(target)
        with intercept(fail_from(first, number)), pytest.raises(OutputError) as caught:
            write(target, NEW)
        message = str(caught.value)
        assert message.startswith(
            f"{target} cannot be written: {os.strerror(number)} ("
        )
        assert "\n" not in message
        assert snapshot(target) == before
        assert has_no_siblings(target)


def signal_at(moment: int, number: int) -> Callable[[Operation], None]:
    """Raise a signal at one operation."""
    count = 0

    def interrupt(_: Operation) -> None:
        nonlocal count
        count += 1
        if count == moment:
            signal.raise_signal(number)

    return interrupt


@pytest.mark.usefixtures("replacement")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_interrupted_run_leaves_nothing_behind(target: Path, number: int) -> None:
    """The signal is handled at once, or after the folder is replaced."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    reset(target)
    total = len(record(lambda: write(target, NEW)))
    handler = signal.signal(number, stop)
    try:
        for moment in range(1, total, 6):
            reset(target)
            with intercept(signal_at(moment, number)), pytest.raises(KeyboardInterrupt):
                write(target, NEW)
            assert is_whole(target)
            assert has_no_siblings(target)
            assert not (target / ".sdksmith-new").exists()
    finally:
        signal.signal(number, handler)


def cannot_sync(_: Path) -> bool:
    return False


@pytest.mark.parametrize(
    "syncs",
    ["at once", pytest.param("one by one", marks=pytest.mark.nightly)],
)
def test_power_failure_leaves_a_whole_client(
    target: Path,
    replacement: str,
    syncs: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    """The next run, from any state that a crash can leave, writes a whole client."""
    if syncs == "one by one":
        monkeypatch.setattr(sync, "sync_file_system", cannot_sync)
    reset(target)
    before = Disk.read(target.parent)
    operations = record(lambda: write(target, NEW))
    crashes = list_crashes(operations)
    if not request.config.getoption("--nightly"):
        crashes = crashes[:: len(crashes) // 10]
    seen: set[str] = set()
    for number, crash in enumerate(crashes):
        state = crash.apply(before, operations)
        for lost in LOST:
            root = tmp_path / f"{number}-{lost}"
            root.mkdir()
            state.write(root, lost)
            found = repr(snapshot(root))
            if found not in seen:
                seen.add(found)
                monkeypatch.chdir(root / "client" if replacement[0] == "f" else root)
                recover(root / "client", NEW if number % 2 else OLD, replacement)
            monkeypatch.chdir(tmp_path)
            shutil.rmtree(root)


def recover(target: Path, wanted: dict[str, str], replacement: str) -> None:
    if replacement == "swapped":
        assert is_whole(target)
    write(target, wanted)
    assert files_of(target) == {**wanted, **MINE}
    assert has_no_siblings(target)
