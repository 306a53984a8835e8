"""The process that formats: `python -m sdksmith.output.worker`.

It reads one JSON list of texts from standard input and answers with one JSON list of
`[formatted, ""]` or `["", error]`, in the same order. It imports black before it reads,
while the process that started it still reads the document, and forks to use the other
processors. It ends when its input does, so it never outlives that process for long.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING, Final, TypeAlias

from .blacken import blacken

if TYPE_CHECKING:
    from collections.abc import Sequence

Answer: TypeAlias = "list[str]"
"""The formatted text and an empty error, or the other way round."""

_WORTH_A_PROCESS: Final = 400
"""Lines that take longer to format (0.2 ms each) than a process to fork."""


def format_texts(texts: Sequence[str]) -> list[Answer]:
    """Return the answer for each text."""
    return [_format_text(text) for text in texts]


def _format_text(text: str) -> Answer:
    try:
        return [blacken(text), ""]
    except Exception as error:  # noqa: BLE001 -- the other process raises it
        return ["", f"{type(error).__name__}: {error}"]


def share(texts: Sequence[str], processes: int) -> list[list[int]]:
    """Return the indexes of the texts that each process formats, about alike in lines."""
    sizes = [text.count("\n") for text in texts]
    count = max(1, min(processes, sum(sizes) // _WORTH_A_PROCESS))
    shares: list[list[int]] = [[] for _ in range(count)]
    loads = [0] * count
    for index in sorted(range(len(texts)), key=lambda i: -sizes[i]):
        lightest = loads.index(min(loads))
        shares[lightest].append(index)
        loads[lightest] += sizes[index]
    return shares


def format_in_parallel(texts: Sequence[str], processes: int) -> list[Answer]:
    """Return the answer for each text, made by forks of this process and by itself."""
    mine, *others = share(texts, processes if hasattr(os, "fork") else 1)
    children = [_fork([texts[i] for i in indexes]) for indexes in others]
    answers: list[Answer] = [[] for _ in texts]
    _place(answers, mine, format_texts([texts[i] for i in mine]))
    for indexes, (process, reading) in zip(others, children, strict=True):
        with os.fdopen(reading, "rb") as stream:
            _place(answers, indexes, json.load(stream))
        os.waitpid(process, 0)
    return answers


def _place(answers: list[Answer], indexes: list[int], found: list[Answer]) -> None:
    for index, answer in zip(indexes, found, strict=True):
        answers[index] = answer


def _fork(texts: list[str]) -> tuple[int, int]:
    """Start a process that formats texts; return its id and where to read its answers."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as stream:
            stream.write(json.dumps(format_texts(texts)).encode())
        status = 0
    finally:
        os._exit(status)


def main() -> None:
    """Answer the one request on standard input."""
    # Ctrl-C is for the process that started this one: its end closes the input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.freeze()
    request = sys.stdin.buffer.read()
    if request:
        processes = int(sys.argv[1]) if len(sys.argv) > 1 else 1
        answers = format_in_parallel(json.loads(request), processes)
        with suppress(BrokenPipeError):
            sys.stdout.buffer.write(json.dumps(answers).encode())
            sys.stdout.buffer.flush()
    os._exit(0)  # nothing is left to do, and taking black down takes 20 ms


if __name__ == "__main__":
    main()
