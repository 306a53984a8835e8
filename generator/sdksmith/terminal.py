"""What a command does to a terminal: colours, progress, exit codes."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, TextIO

if TYPE_CHECKING:
    from collections.abc import Generator

    from rich.status import Status

_PATIENCE: Final = 1.0
"""Seconds of work before a terminal shows progress."""


class ExitCode(IntEnum):
    """What a command returns to the shell."""

    DONE = 0
    UNUSABLE = 1
    """The document cannot be used, or `--strict` was broken."""
    USAGE = 2
    """Wrong usage or settings, or a folder that may not be written."""
    STALE = 3
    """`--check` found that the folder is not what would be made."""
    FAULT = 70
    """A fault of sdksmith itself (EX_SOFTWARE of sysexits.h)."""
    INTERRUPTED = 130
    """Ctrl-C: 128 + SIGINT, as shells count."""
    BROKEN_PIPE = 141
    """Nobody reads what is printed: 128 + SIGPIPE."""


def wants_colour(stream: TextIO) -> bool:
    """Return whether to colour what goes to a stream (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def silence_broken_pipe() -> None:
    """Keep the interpreter from failing again when it flushes at exit."""
    with Path(os.devnull).open("w") as nowhere:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(nowhere.fileno(), stream.fileno())


class Progress:
    """Names the stage at work on standard error, once work takes over a second."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stage = "starting"
        self._status: Status | None = None
        self._timer = threading.Timer(_PATIENCE, self._show)
        self._timer.daemon = True

    def enter(self, stage: str) -> None:
        """Say which stage is at work now."""
        with self._lock:
            self._stage = stage
            if self._status is not None:
                self._status.update(stage)

    def _show(self) -> None:
        # Imported here because rich takes 0.1 s, which a short run need not pay.
        from rich.console import Console

        with self._lock:
            if self._timer.finished.is_set():
                return
            console = Console(stderr=True, highlight=False, markup=False)
            status = console.status(self._stage)
            status.start()
            self._status = status

    def start(self) -> None:
        """Begin to count the seconds."""
        self._timer.start()

    def stop(self) -> None:
        """Clear the line."""
        self._timer.cancel()
        with self._lock:
            if self._status is not None:
                self._status.stop()
                self._status = None


@contextmanager
def show_progress(wanted: bool) -> Generator[Progress]:
    """Show progress on standard error while the block runs, if it is a terminal."""
    progress = Progress()
    if wanted and sys.stderr.isatty():
        progress.start()
    try:
        yield progress
    finally:
        progress.stop()
