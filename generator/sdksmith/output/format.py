"""Formats the Python files of a client, on as many processors as there are."""

from __future__ import annotations

import os
import pickle
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from .blacken import blacken

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..render.rendered import RenderedFile

_WORTH_A_PROCESS: Final = 400
"""Lines that take longer to format (0.2 ms each) than a process to fork."""


class FormatError(Exception):
    """A rendered file that black does not take: a fault of the generator."""


def format_files(
    files: Iterable[RenderedFile], processes: int = 1
) -> tuple[RenderedFile, ...]:
    """Return the files, Python files as black writes them, in the same order.

    Args:
        files: What was rendered. A file that is final comes out as it is.
        processes: How many processes may be forked to format, this one included.

    Raises:
        FormatError: A file is no Python.
    """
    files = list(files)
    chosen = [
        index
        for index, file in enumerate(files)
        if file.path.endswith(".py") and not file.is_final
    ]
    shares = share(
        [files[index].text for index in chosen],
        processes if hasattr(os, "fork") else 1,
    )
    mine, *others = [[chosen[i] for i in indexes] for indexes in shares]
    children = [_fork([files[index] for index in indexes]) for indexes in others]
    _place(files, mine, _format([files[index] for index in mine]))
    for indexes, (process, reading) in zip(others, children, strict=True):
        with os.fdopen(reading, "rb") as stream:
            answer = pickle.load(stream)  # noqa: S301 -- from our own fork
        os.waitpid(process, 0)
        _place(files, indexes, answer)
    return tuple(files)


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


def _format(files: Sequence[RenderedFile]) -> list[RenderedFile] | FormatError:
    formatted: list[RenderedFile] = []
    for file in files:
        try:
            formatted.append(replace(file, text=blacken(file.text)))
        except Exception as error:  # noqa: BLE001 -- told with the file's name
            message = f"{type(error).__name__}: {error}"
            return FormatError(f"{file.path}, made from {file.template}: {message}")
    return formatted


def _place(
    files: list[RenderedFile],
    indexes: list[int],
    answer: list[RenderedFile] | FormatError,
) -> None:
    if isinstance(answer, FormatError):
        raise answer
    for index, file in zip(indexes, answer, strict=True):
        files[index] = file


def _fork(files: list[RenderedFile]) -> tuple[int, int]:
    """Start a process that formats files; return its id and where to read its answer."""
    reading, writing = os.pipe()
    process = os.fork()
    if process:
        os.close(writing)
        return process, reading
    status = 1
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as stream:
            pickle.dump(_format(files), stream)
        status = 0
    finally:
        os._exit(status)
