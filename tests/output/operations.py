"""Interception of the operations on the file system that a run makes."""

from __future__ import annotations

import os
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import pytest
from sdksmith.output import swap, sync

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

_FUNCTIONS: Final = (
    "chmod", "fsync", "link", "mkdir", "remove", "rename", "replace", "rmdir",
    "symlink", "unlink", "utime",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation that is about to be made.

    Attributes:
        name: Name of the function of `os`, or `write`, `exchange` and `sync`, which writes
            the whole file system to disk.
        paths: Absolute paths; the target of a symbolic link is the first one.
        data: Content that is written.
    """

    name: str
    paths: tuple[str, ...]
    data: bytes = b""


@contextmanager
def intercept(before: Callable[[Operation], None]) -> Generator[None]:
    """Call a function before each operation of this process on the file system."""

    def wrap(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*args: Any, **kwargs: Any) -> Any:
            paths = [
                _absolute(item, kwargs.get("dir_fd"))
                for item in args
                if isinstance(item, str | Path) or (name == "fsync")
            ]
            before(Operation(name, tuple(paths)))
            return function(*args, **kwargs)

        return call

    write_bytes = Path.write_bytes

    def write(path: Path, data: bytes) -> int:
        before(Operation("write", (str(path),), data))
        return write_bytes(path, data)

    with pytest.MonkeyPatch.context() as patch:
        for name in _FUNCTIONS:
            patch.setattr(os, name, wrap(name, getattr(os, name)))
        patch.setattr(Path, "write_bytes", write)
        patch.setattr(swap, "exchange_folders", wrap("exchange", swap.exchange_folders))
        patch.setattr(sync, "sync_file_system", wrap("sync", sync.sync_file_system))
        yield


def _absolute(item: str | Path | int, folder: int | None) -> str:
    if isinstance(item, int):
        return str(Path(f"/proc/self/fd/{item}").readlink())
    if folder is not None:
        return str(Path(f"/proc/self/fd/{folder}").readlink() / item)
    return str(Path(item).absolute())


def record(run: Callable[[], object]) -> list[Operation]:
    """Return the operations of a run, in order."""
    operations: list[Operation] = []
    with intercept(operations.append):
        run()
    return operations
