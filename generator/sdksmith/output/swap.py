"""Replacement of a folder as a whole, which leaves a complete client if a run is killed.

The new folder is built next to the old one, and then takes its place:

- On Linux, the two folders are exchanged atomically (`renameat2`, `RENAME_EXCHANGE`).
- On other systems, two renames are needed. If a run is killed between them, the
  folder is missing until the next run, which first restores the old one.

Temporary folders of a killed run are removed by the next run. The new folder is written to
disk before it takes its place, and the old one is removed after that is on disk, too. Even
after a power failure, one of them is therefore complete.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Final

from .interrupts import delayed_interrupts
from .sync import sync_entries
from .temporary import temporary_prefix

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

_OLD: Final = ".old"
_AT_FDCWD: Final = -100
_RENAME_EXCHANGE: Final = 2


@contextmanager
def lock_folder(parent: Path) -> Generator[bool]:
    """Hold a lock on `parent` for the `with` block; wait for other runs to release it.

    Yields:
        Whether the lock is held: some systems and file systems do not support locks.
    """
    handle: int | None = None
    if fcntl is not None:
        with suppress(OSError):
            handle = os.open(parent, os.O_RDONLY)
            fcntl.flock(handle, fcntl.LOCK_EX)
    try:
        yield handle is not None
    finally:
        if handle is not None:
            os.close(handle)


@contextmanager
def temporary_folder(target: Path) -> Generator[Path]:
    """Create an empty folder next to `target`, and remove it after the `with` block.

    Raises:
        OSError: If the parent folder of `target` is not writable.
    """
    folder = target.with_name(f"{temporary_prefix(target)}{os.urandom(8).hex()}")
    try:
        folder.mkdir()
        yield folder
    finally:
        with delayed_interrupts():
            shutil.rmtree(folder, ignore_errors=True)


def swap_folders(folder: Path, target: Path) -> None:
    """Move `folder` to the path of `target`, and an existing `target` to that of `folder`.

    Raises:
        OSError: If the folders could not be moved; both are then at their old paths.
    """
    _move_folders(folder, target)
    sync_entries(target.parent)


def _move_folders(folder: Path, target: Path) -> None:
    if not target.exists():
        folder.rename(target)
    elif not exchange_folders(folder, target):
        old = folder.with_name(folder.name + _OLD)
        target.rename(old)
        try:
            folder.rename(target)
        except OSError:
            old.rename(target)
            raise
        # Until the new folder is on disk, a crash must leave the name of the old one.
        sync_entries(target.parent)
        old.rename(folder)


def recover(target: Path, *, is_locked: bool) -> None:
    """Restore or remove folders that a killed run left next to `target`.

    Args:
        target: The folder.
        is_locked: Whether the caller holds the lock (see `lock_folder`). Without it, the
            folders can be those of another run, and nothing is removed. If the other run
            has moved the old folder away in this moment, it fails, and the old one remains.

    Raises:
        OSError: If the parent folder of `target` is not writable.
    """
    prefix = temporary_prefix(target)
    leftovers = [
        path
        for path in sorted(target.parent.iterdir())
        if path.name.startswith(prefix) and path.is_dir() and not path.is_symlink()
    ]
    if not os.path.lexists(target):
        for path in leftovers:
            if path.name.endswith(_OLD):
                path.rename(target)
                break
    if is_locked:
        for path in leftovers:
            shutil.rmtree(path, ignore_errors=True)


def exchange_folders(one: Path, other: Path) -> bool:
    """Exchange two folders atomically; return False if the system does not support it."""
    import ctypes  # takes 5 ms, and is needed only if a client is replaced

    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError, TypeError):
        return False
    paths = (os.fsencode(one), os.fsencode(other))
    if renameat2(_AT_FDCWD, paths[0], _AT_FDCWD, paths[1], _RENAME_EXCHANGE) == 0:
        return True
    number = ctypes.get_errno()
    if number in {errno.EINVAL, errno.ENOSYS}:  # no support by file system or kernel
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
