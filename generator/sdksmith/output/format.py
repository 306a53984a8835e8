"""Formats the Python files of a client, in another process where that saves time.

Importing black takes 0.2 s and formatting 0.2 ms a line. So a worker is started before
the document is read: it imports black meanwhile, and this process never does.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, Self

from msgspec.structs import replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from types import TracebackType

    from ..render.files import RenderedFile

_MOST_PROCESSES: Final = 4


class FormatError(Exception):
    """A rendered file that black does not take: a fault of the generator."""


class Formatter:
    """Formats files, with a worker process that starts where the `with` block does.

    The worker ends with the block, whatever happens in it, and by itself when this
    process is killed. Without a second processor, or where no process can be started,
    everything happens in this one; the result is the same.
    """

    def __init__(self, processes: int | None = None) -> None:
        self._processes = available_processors() if processes is None else processes
        self._worker: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        if self._processes > 1:
            with suppress(OSError):
                self._worker = _start_worker(min(self._processes, _MOST_PROCESSES))
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._stop_worker()

    def _stop_worker(self) -> None:
        if self._worker is not None:
            self._worker.kill()
            with self._worker:  # closes the pipes and waits
                self._worker = None

    def format(self, files: Iterable[RenderedFile]) -> tuple[RenderedFile, ...]:
        """Return the files, Python files as black writes them.

        Raises:
            FormatError: A file is no Python.
        """
        files = tuple(files)
        chosen = [
            file for file in files if file.path.endswith(".py") and not file.is_final
        ]
        answers = self._ask([file.text for file in chosen])
        texts: dict[str, str] = {}
        for file, (text, error) in zip(chosen, answers, strict=True):
            if error:
                raise FormatError(f"{file.path}, made from {file.template}: {error}")
            texts[file.path] = text
        return tuple(
            replace(file, text=texts.get(file.path, file.text)) for file in files
        )

    def _ask(self, texts: Sequence[str]) -> list[list[str]]:
        if self._worker is not None:
            with suppress(OSError, ValueError):
                output, _ = self._worker.communicate(json.dumps(texts).encode())
                answers: list[list[str]] = json.loads(output)
                return answers
        from .worker import format_texts

        return format_texts(texts)


def available_processors() -> int:
    """Return how many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _start_worker(processes: int) -> subprocess.Popen[bytes]:
    # The worker finds the modules that this process finds, and none in the current
    # folder (`-P`), which may be that of a document from anywhere.
    path = os.pathsep.join(entry for entry in sys.path if entry)
    return subprocess.Popen(  # noqa: S603 -- our own interpreter and module
        [sys.executable, "-P", "-m", "sdksmith.output.worker", str(processes)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": path},
    )
