"""Render worker process: `python -m sdksmith.workers.process PROCESSES`.

The worker reads one pickled `Package` from standard input and writes the pickled files, or
a traceback as a pickled string, to standard output. It loads the templates before it reads
its input, while the parent process still reads the document. It exits when its input ends,
so it does not outlive the parent process for long.
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

from ..render.environment import load_templates
from .rendering import render_files

if TYPE_CHECKING:
    from ..plan.package import Package


def main() -> None:
    """Handle the request on standard input."""
    # Ctrl-C is handled by the parent process, whose exit closes the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()
    load_templates()
    request = sys.stdin.buffer.read()
    if request:
        response: object
        try:
            package: Package
            package = pickle.loads(request)  # noqa: S301 -- from our own process
            response = render_files(package, int(sys.argv[1]))
        except Exception:  # noqa: BLE001 -- raised in the parent process
            response = traceback.format_exc()
        with suppress(BrokenPipeError):
            sys.stdout.buffer.write(pickle.dumps(response))
            sys.stdout.buffer.flush()
    os._exit(0)  # skip the cleanup of the interpreter


if __name__ == "__main__":
    main()
