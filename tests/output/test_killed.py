"""A run that is killed leaves the old client or the new one, whole."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest
from sdksmith.output.write import write_folder

from .files import ORIGIN, files_of, rendered

if TYPE_CHECKING:
    from pathlib import Path

# Many files, so that building takes long enough to be killed in the middle of it.
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


@pytest.mark.skipif(
    sys.platform != "linux", reason="one exchange of folders is Linux's"
)
def test_a_killed_run_leaves_one_whole_client(tmp_path: Path) -> None:
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


def test_runs_at_the_same_time_do_not_mix(tmp_path: Path) -> None:
    target = tmp_path / "client"
    texts = ["one", "two", "three"]
    processes = [start(target, text) for text in texts]
    for process in processes:
        with process:
            assert process.wait() == 0
    assert files_of(target) in [client(text) for text in texts]
    assert [path.name for path in tmp_path.iterdir()] == ["client"]
