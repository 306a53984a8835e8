"""Terminal behaviour of the commands: colours, progress and exit codes."""

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

_DELAY_SECONDS: Final = 1.0
"""Delay in seconds before progress is shown."""


class ExitCode(IntEnum):
    """Exit code of a command."""

    SUCCESS = 0
    UNUSABLE_DOCUMENT = 1
    """The document is unusable, or `--strict` failed."""
    USAGE = 2
    """Invalid usage or settings, or an output folder that must not be written."""
    STALE = 3
    """`--check` found that the output folder is not up to date."""
    INTERNAL_ERROR = 70
    """Internal error (EX_SOFTWARE of sysexits.h)."""
    INTERRUPTED = 130
    """Interrupted by Ctrl-C: 128 + SIGINT, as in shells."""
    BROKEN_PIPE = 141
    """The reader of standard output closed it: 128 + SIGPIPE."""


def wants_colour(stream: TextIO) -> bool:
    """Return whether to colour output to a stream (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def silence_broken_pipe() -> None:
    """Prevent a second error when the interpreter flushes the streams at exit."""
    with Path(os.devnull).open("w") as null:
        for stream in (sys.stdout, sys.stderr):
            os.dup2(null.fileno(), stream.fileno())


class Progress:
    """Progress display: the current stage on standard error, after one second."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._stage = "starting"
        self._status: Status | None = None
        self._timer = threading.Timer(_DELAY_SECONDS, self._show)
        self._timer.daemon = True

    def enter(self, stage: str) -> None:
        """Set the current stage."""
        with self._lock:
            self._stage = stage
            if self._status is not None:
                self._status.update(stage)

    def _show(self) -> None:
        # Importing rich takes 0.1 s, so short runs avoid it.
        from rich.console import Console

        with self._lock:
            if self._timer.finished.is_set():
                return
            console = Console(stderr=True, highlight=False, markup=False)
            status = console.status(self._stage)
            status.start()
            self._status = status

    def start(self) -> None:
        """Start the timer."""
        self._timer.start()

    def stop(self) -> None:
        """Stop the timer and clear the display."""
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
