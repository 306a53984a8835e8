"""Progress and colours on a pseudo-terminal."""

from __future__ import annotations

import io
import os
import subprocess
import sys

import pytest
from sdksmith.cli.terminal import Progress, show_progress, wants_colour

WORK = """
import sys, time
from sdksmith.cli.terminal import show_progress
with show_progress(True) as progress:
    progress.enter("first stage")
    time.sleep(float(sys.argv[1]))
    progress.enter("second stage")
    time.sleep(float(sys.argv[1]))
"""


def on_terminal(seconds: float) -> str:
    """Return the terminal output of a process that works for some seconds."""
    pty = pytest.importorskip("pty", reason="needs a pseudo-terminal")
    master, slave = pty.openpty()
    subprocess.run(
        [sys.executable, "-c", WORK, str(seconds / 2)],
        stderr=slave,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
        check=True,
    )
    os.close(slave)
    output = b""
    try:
        while data := os.read(master, 65536):
            output += data
    except OSError:  # Linux raises EIO if the other end is closed
        pass
    finally:
        os.close(master)
    return output.decode()


def test_long_run_shows_its_stages() -> None:
    output = on_terminal(6)
    assert "first stage" in output
    assert "second stage" in output
    # The line is cleared at the end: EL of ECMA-48, 8.3.41.
    assert output.rstrip().rpartition("\x1b[2K")[2].strip("\r\n") == ""


def test_short_run_shows_no_progress() -> None:
    assert on_terminal(0.1) == ""


def test_progress_is_not_shown_without_a_terminal(
    capsys: pytest.CaptureFixture[str],
) -> None:
    with show_progress(True) as progress:
        progress.enter("stage")
    assert capsys.readouterr() == ("", "")


def test_progress_can_be_stopped_twice() -> None:
    progress = Progress()
    progress.start()
    progress.stop()
    progress.stop()


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("variables", "wanted"),
    [
        ({}, True),
        ({"NO_COLOR": "1"}, False),
        ({"NO_COLOR": ""}, True),
        ({"TERM": "dumb"}, False),
    ],
)
def test_colours_depend_on_terminal_and_environment(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], wanted: bool
) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert wants_colour(Terminal()) is wanted
    assert wants_colour(io.StringIO()) is False
