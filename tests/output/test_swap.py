"""Replacement of the folder of a client, and recovery after interrupted runs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from sdksmith.output import swap
from sdksmith.output.errors import OutputError
from sdksmith.output.temporary import STAGING_NAME
from sdksmith.output.write import write_folder

from tests.output.files import (
    FILES,
    ORIGIN,
    OTHERS,
    files_of,
    has_no_siblings,
    rendered,
    write,
)

if TYPE_CHECKING:
    from pathlib import Path


def test_next_run_completes_a_partial_replacement(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run that replaces files one by one can be killed between two files."""
    write(target, FILES)
    monkeypatch.chdir(target)
    changed = {"README.md": "# Two\n", "src/a.py": "a = 2\n", "src/c.py": "c = 1\n"}
    replace = type(target).replace
    count = 0

    def die(self: Path, other: Path) -> Path:
        nonlocal count
        count += 1
        if count == 2:
            raise KeyboardInterrupt
        return replace(self, other)

    with monkeypatch.context() as patch:
        patch.setattr(type(target), "replace", die)
        with pytest.raises(KeyboardInterrupt):
            write(target, changed)
    assert files_of(target)["README.md"] == "# Two\n"
    assert (target / STAGING_NAME).is_dir()
    write(target, changed)
    assert files_of(target) == changed
    assert not (target / STAGING_NAME).exists()


class TestRecovery:
    def test_leftovers_of_killed_runs_are_removed(self, target: Path) -> None:
        write(target, FILES)
        leftover = target.with_name(".client.sdksmith-0123456789abcdef")
        leftover.mkdir()
        (leftover / "half").write_text("half")
        other = target.with_name(".clients.sdksmith-0123456789abcdef")
        other.mkdir()
        write(target, FILES)
        assert not leftover.exists()
        assert other.exists()
        assert files_of(target) == FILES

    def test_moved_client_of_a_killed_run_is_restored(self, target: Path) -> None:
        write(target, FILES)
        (target / "mine").write_text("mine")
        target.rename(target.with_name(".client.sdksmith-0123456789abcdef.old"))
        target.with_name(".client.sdksmith-0123456789abcdef").mkdir()
        write(target, OTHERS)
        assert files_of(target) == {**OTHERS, "mine": "mine"}
        assert has_no_siblings(target)

    def test_moved_client_is_restored_without_locks(
        self, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """As on Windows."""
        write(target, FILES)
        (target / "mine").write_text("mine")
        target.rename(target.with_name(".client.sdksmith-0123456789abcdef.old"))
        other = target.with_name(".client.sdksmith-0123456789abcdef")
        other.mkdir()
        monkeypatch.setattr(swap, "fcntl", None)
        write(target, OTHERS)
        assert files_of(target) == {**OTHERS, "mine": "mine"}
        assert other.exists()

    def test_old_client_is_restored_if_replacement_fails(
        self, target: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def cannot(one: Path, other: Path) -> bool:
            return False

        rename = type(target).rename

        def fail(self: Path, other: Path) -> Path:
            if "sdksmith" in self.name and other == target and self.suffix != ".old":
                raise OSError(5, "Input/output error")
            return rename(self, other)

        write(target, FILES)
        monkeypatch.setattr(swap, "exchange_folders", cannot)
        monkeypatch.setattr(type(target), "rename", fail)
        with pytest.raises(OutputError, match="Input/output error"):
            write(target, OTHERS)
        assert files_of(target) == FILES
        assert has_no_siblings(target)


# Many files, so that runs can be killed while they build.
COUNT = 300
MOMENTS = 12
PROGRAM = f"""
import sys
from pathlib import Path
from tests.output.files import ORIGIN, rendered
from sdksmith.output.write import write_folder

target, text = Path(sys.argv[1]), sys.argv[2]
files = rendered({{f"src/{{i // 10}}/{{i}}.py": text for i in range({COUNT})}})
print("ready", flush=True)
write_folder(target, files, ORIGIN)
"""


def client(text: str) -> dict[str, str]:
    return {f"src/{i // 10}/{i}.py": text for i in range(COUNT)}


def start(target: Path, text: str) -> subprocess.Popen[bytes]:
    process = subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(target), text],
        stdout=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert process.stdout is not None
    assert process.stdout.readline() == b"ready\n"
    return process


@pytest.mark.slow
@pytest.mark.skipif(
    sys.platform != "linux", reason="one exchange of folders is Linux's"
)
def test_killed_run_leaves_a_complete_client(tmp_path: Path) -> None:
    target = tmp_path / "client"
    write_folder(target, rendered(client("old")), ORIGIN)
    (target / "mine").write_text("mine")
    began = time.perf_counter()
    with start(target, "timing") as process:
        process.wait()
    length = time.perf_counter() - began
    current = "timing"
    interrupted = 0
    for moment in range(MOMENTS):
        text = f"run {moment}"
        with start(target, text) as process:
            time.sleep(length * moment / MOMENTS)
            process.send_signal(signal.SIGKILL)
            interrupted += process.wait() == -signal.SIGKILL
        found = files_of(target)
        assert found.pop("mine") == "mine"
        assert found in (client(current), client(text))
        current = next(iter(found.values()))
    assert interrupted >= 3
    write_folder(target, rendered(client("last")), ORIGIN)
    assert files_of(target) == {**client("last"), "mine": "mine"}
    assert [path.name for path in tmp_path.iterdir()] == ["client"]


@pytest.mark.slow
def test_concurrent_runs_write_one_complete_client(tmp_path: Path) -> None:
    target = tmp_path / "client"
    texts = ["one", "two", "three"]
    processes = [start(target, text) for text in texts]
    for process in processes:
        with process:
            assert process.wait() == 0
    assert files_of(target) in [client(text) for text in texts]
    assert [path.name for path in tmp_path.iterdir()] == ["client"]
