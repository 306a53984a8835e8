"""The process that renders: `python -m sdksmith.pressworker PROCESSES`.

It reads one pickled `Package` from standard input and answers with the pickled files, or
with a traceback as text. It loads the templates before it reads, while the process that
started it still reads the document. It ends when its input does, so it never outlives
that process for long.
"""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import traceback
from contextlib import suppress
from typing import TYPE_CHECKING

from .presswork import make_files
from .render.environment import load_templates

if TYPE_CHECKING:
    from .plan.package import Package


def main() -> None:
    """Answer the one request on standard input."""
    # Ctrl-C is for the process that started this one: its end closes the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    load_templates()
    request = sys.stdin.buffer.read()
    if request:
        answer: object
        try:
            package: Package
            package = pickle.loads(request)  # noqa: S301 -- from our own process
            answer = make_files(package, int(sys.argv[1]))
        except Exception:  # noqa: BLE001 -- the other process raises it
            answer = traceback.format_exc()
        with suppress(BrokenPipeError):
            sys.stdout.buffer.write(pickle.dumps(answer))
            sys.stdout.buffer.flush()
    os._exit(0)  # nothing is left to do


if __name__ == "__main__":
    main()
