"""Rendering of a package, in other processes if that saves time.

Loading Jinja and the templates takes 0.1 s. Therefore a worker process is started before
the document is parsed. It loads them in parallel, and this process does not load them at
all. A large package is not sent to the worker, because that takes 0.6 ms for each
operation. It is rendered in this process and its forks.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from types import TracebackType

    from ..plan.package import Package
    from ..render.rendered import RenderedFile

_MAX_PROCESSES: Final = 4
_MAX_METHODS_TO_SEND: Final = 250
"""Number of methods above which sending takes longer than loading the templates."""
_MAX_DOCUMENT_BYTES: Final = 2_000_000
"""Size from which a document is expected to have too many methods. GitHub's API has a method
for 7,000 bytes. A worker that is not used takes 0.2 s of CPU time."""


class RenderError(Exception):
    """Raised when a package cannot be rendered, which is a bug of the generator.

    The message is the traceback of the process that failed.
    """


class RenderWorker:
    """Renderer of the files of a client, in a worker process.

    The worker is started when the `with` block is entered and killed when it is left. It
    also exits if this process is killed. Without a second processor, or if no process can
    be started, the files are rendered in this process, with the same result.

    Args:
        processes: Maximum number of processes. Defaults to the number of available
            processors.
        document_bytes: Size of the document. No worker is started for a large one.
    """

    def __init__(
        self, processes: int | None = None, *, document_bytes: int = 0
    ) -> None:
        self._processes = available_processors() if processes is None else processes
        self._is_large = document_bytes > _MAX_DOCUMENT_BYTES
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        if self._processes > 1 and not self._is_large:
            self._process = _start_worker(self._processes)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop_worker()

    def _stop_worker(self) -> None:
        if self._process is not None:
            self._process.kill()
            with self._process:  # closes the pipes and waits
                self._process = None

    def render_files(self, package: Package) -> tuple[RenderedFile, ...]:
        """Return the files of a client, sorted by path, with verified content.

        The worker handles one call. Further calls render in this process.

        Raises:
            RenderError: If a file cannot be rendered in another process, or if its content
                is not valid.
        """
        if (
            self._process is not None
            and _count_methods(package) <= _MAX_METHODS_TO_SEND
        ):
            with suppress(OSError, EOFError, pickle.UnpicklingError):
                return self._render_in_process(self._process, package)
        from .forks import ForkError
        from .rendering import render_files

        try:
            return render_files(package, min(self._processes, _MAX_PROCESSES))
        except ForkError as error:
            raise RenderError(str(error)) from error

    def _render_in_process(
        self, worker: subprocess.Popen[bytes], package: Package
    ) -> tuple[RenderedFile, ...]:
        try:
            output, _ = worker.communicate(pickle.dumps(package))
        finally:
            self._stop_worker()
        response: tuple[RenderedFile, ...] | str
        response = pickle.loads(output)  # noqa: S301 -- from our own process
        if isinstance(response, str):
            raise RenderError(response)
        return response


def _count_methods(package: Package) -> int:
    resources = sum(len(view.methods) for view in package.resources)
    return resources + len(package.client.methods)


def available_processors() -> int:
    """Return the number of processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start_worker(processes: int) -> subprocess.Popen[bytes] | None:
    # The worker has the same module path as this process. `-P` excludes the current
    # folder, which may be the folder of an untrusted document.
    path = os.pathsep.join(entry for entry in sys.path if entry)
    command = [sys.executable, "-P", "-m", "sdksmith.workers.process"]
    command.append(str(min(processes, _MAX_PROCESSES)))
    with suppress(OSError):
        return subprocess.Popen(  # noqa: S603 -- our own interpreter and module
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
        )
    return None
