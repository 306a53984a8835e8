"""Signals during a run, and standard streams that are closed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from tests.commands.command_line import CLEAN

if TYPE_CHECKING:
    from pathlib import Path

PROGRAM = """
import os, signal, sys
from sdksmith.cli import terminal
# Shells start background commands with SIGINT ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
stage, number = sys.argv.pop(1), int(sys.argv.pop(1))
enter = terminal.Progress.enter
def interrupt(self, name):
    enter(self, name)
    if name == stage:
        os.kill(os.getpid(), number)
terminal.Progress.enter = interrupt
from sdksmith.__main__ import main
main()
"""


def has_ended(group: int) -> bool:
    """Return whether all processes of a group end within some seconds."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="needs process groups")
@pytest.mark.parametrize(
    ("stage", "number"),
    [
        ("reading the document", signal.SIGHUP),
        ("planning the package", signal.SIGINT),
        ("rendering", signal.SIGTERM),
        ("writing files", signal.SIGTERM),
    ],
)
def test_signals_end_the_run_and_its_worker(
    tmp_path: Path, stage: str, number: signal.Signals
) -> None:
    spec = tmp_path / "spec.yaml"
    spec.write_text(CLEAN)
    command = ["generate", str(spec), "-o", str(tmp_path / "out")]
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, stage, str(int(number)), *command],
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        _, errors = process.communicate()
    assert process.returncode == 128 + number
    assert errors == b""
    assert has_ended(process.pid)
    assert [path.name for path in tmp_path.iterdir()] == ["spec.yaml"]


def test_ignored_hangup_is_ignored(tmp_path: Path) -> None:
    """As under `nohup`."""
    spec = tmp_path / "spec.yaml"
    spec.write_text(CLEAN)
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, "repairing", "1", "repair", str(spec)],
        preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN),
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"")
