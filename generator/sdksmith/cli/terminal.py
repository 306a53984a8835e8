"""Terminal behaviour of the commands: colours, progress and exit codes."""

from __future__ import annotations

import os
import sys
import threading
from contextlib import contextmanager, suppress
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
    CHANGED = 4
    """`--fail-on` of `diff` found changes."""
    INTERNAL_ERROR = 70
    """Internal error (EX_SOFTWARE of sysexits.h)."""
    HANGUP = 129
    """The terminal was closed: 128 + SIGHUP, as in shells."""
    INTERRUPTED = 130
    """Interrupted by Ctrl-C: 128 + SIGINT."""
    BROKEN_PIPE = 141
    """The reader of standard output closed it: 128 + SIGPIPE."""
    TERMINATED = 143
    """Ended by another process: 128 + SIGTERM."""


class StreamError(Exception):
    """Raised when standard output cannot be written, for example to a full disk."""


def wants_colour(stream: TextIO) -> bool:
    """Return whether to colour output to a stream (no-color.org)."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return stream.isatty() and not plain


def write_output(data: str | bytes) -> None:
    """Write to standard output, bytes independently of the locale and its line endings.

    Raises:
        BrokenPipeError: If the reader of standard output has closed it.
        StreamError: If standard output cannot be written.
    """
    with _guard_output():
        if isinstance(data, str):
            sys.stdout.write(data)
        else:
            sys.stdout.flush()
            sys.stdout.buffer.write(data)


def flush_output() -> None:
    """Write buffered output. Raises the errors of `write_output`."""
    with _guard_output():
        sys.stdout.flush()


@contextmanager
def _guard_output() -> Generator[None]:
    try:
        yield
    except OSError as error:
        _discard_output()
        if isinstance(error, BrokenPipeError):
            raise
        raise StreamError(
            f"standard output cannot be written: {error.strerror or error}"
        ) from error


def _discard_output() -> None:
    """Prevent a second error when the interpreter flushes standard output at exit."""
    with suppress(OSError), Path(os.devnull).open("w") as null:
        os.dup2(null.fileno(), sys.stdout.fileno())


def write_error(text: str) -> None:
    """Write to standard error, and ignore its errors, which cannot be reported anywhere."""
    try:
        sys.stderr.write(text)
        sys.stderr.flush()
    except OSError:
        with suppress(OSError), Path(os.devnull).open("w") as null:
            os.dup2(null.fileno(), sys.stderr.fileno())


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
