"""State of the process that the commands run in: standard streams and signals."""

from __future__ import annotations

import atexit
import gc
import os
import signal
import sys
import time
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from types import FrameType


STARTED: Final = time.perf_counter()
"""Time at which the command started: this module is imported first."""


class TerminatedError(KeyboardInterrupt):
    """Raised in the main thread when a signal asks the process to end.

    Attributes:
        number: The signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.number = number


def exit_code_of(interrupt: KeyboardInterrupt) -> int:
    """Return the exit code after an interrupt: 128 + signal, as in shells."""
    if isinstance(interrupt, TerminatedError):
        return 128 + interrupt.number
    return 128 + signal.SIGINT


def prepare_process() -> None:
    """Prepare streams and signals so that commands end in a defined way.

    - Standard streams that are closed are opened on the null device. Files of a client
      would otherwise get their descriptors, and printed text would be written to them.
    - Characters that the encoding of standard output lacks are written as escapes.
    - SIGTERM and SIGHUP raise an exception, so that temporary folders are removed and
      worker processes ended. A signal that is ignored, as `nohup` does, remains ignored.
    - The last garbage collection of the interpreter, which takes 0.15 s after a run for
      GitHub's API, has nothing to traverse.
    """
    atexit.register(gc.freeze)
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            # The lowest free descriptor is the one of the stream.
            descriptor = os.open(os.devnull, os.O_RDWR)
            stream = os.fdopen(descriptor, mode, encoding="utf-8")
            setattr(sys, name, stream)
    reconfigure = getattr(sys.stdout, "reconfigure", None)
    if reconfigure is not None:  # not if another program has replaced the stream
        reconfigure(errors="backslashreplace")
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", None)):
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, _terminate)


def _terminate(number: int, _: FrameType | None) -> None:
    raise TerminatedError(number)
