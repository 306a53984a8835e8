"""Folder with the cache of the user: where it is, and what it may contain."""

from __future__ import annotations

import os
import re
import stat
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIABLE: Final = "SDKSMITH_CACHE_DIR"
"""Environment variable with the path of the folder; if it is empty, nothing is cached."""

_SUBFOLDER: Final = "runs"
"""Subfolder for entries. Only the user can access it, whatever the mode of its parent is."""
MAX_ENTRIES: Final = 500
MAX_ENTRY_BYTES: Final = 10_000_000
"""Maximum size of an entry. That of a document with 10,000 diagnostics has 4 MB."""
MAX_BYTES: Final = 100_000_000
"""Maximum size of all entries."""

_ENTRY: Final = re.compile(r"[0-9a-f]{32}(\.[0-9a-f]{16})?")
"""Names of entries, and of those that are being written."""


def find_cache_folder(
    environment: Mapping[str, str] = os.environ, platform: str = sys.platform
) -> Path | None:
    """Return the path of the cache folder, or None if the system has no place for one.

    Args:
        environment: The environment variables.
        platform: The platform, as `sys.platform` names it.
    """
    chosen = environment.get(VARIABLE)
    if chosen is not None:
        return Path(chosen) if chosen else None
    if platform == "win32":
        base = environment.get("LOCALAPPDATA", "")
    elif platform == "darwin":
        base = _join_home(environment, "Library/Caches")
    else:
        # Relative paths must be ignored (XDG Base Directory Specification).
        base = environment.get("XDG_CACHE_HOME", "")
        base = base if base.startswith("/") else _join_home(environment, ".cache")
    return Path(base, "sdksmith") if base else None


def _join_home(environment: Mapping[str, str], inner: str) -> str:
    home = environment.get("HOME", "")
    return f"{home}/{inner}" if home.startswith("/") else ""


class CacheFolder:
    """Entries in the cache folder, by name.

    Every entry can be missing at any time. Errors of the file system are never raised: what
    cannot be read is missing, and what cannot be written is not cached.

    Args:
        path: Path of the cache folder; None if nothing is cached.
    """

    def __init__(self, path: Path | None) -> None:
        self._path = None if path is None else path / _SUBFOLDER

    def read(self, name: str) -> bytes | None:
        """Return the content of an entry, or None if it is missing or too large."""
        if self._path is None or not _is_private(self._path):
            return None
        with suppress(OSError, ValueError):
            with (self._path / name).open("rb") as stream:
                data = stream.read(MAX_ENTRY_BYTES + 1)
            if len(data) <= MAX_ENTRY_BYTES:
                return data
        return None

    def write(self, name: str, data: bytes) -> None:
        """Write an entry as a whole, and remove old ones if there are too many."""
        if self._path is None or len(data) > MAX_ENTRY_BYTES:
            return
        temporary = self._path / f"{name}.{os.urandom(8).hex()}"
        with suppress(OSError, ValueError):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.mkdir(mode=0o700, exist_ok=True)
            if not _is_private(self._path):
                return
            try:
                temporary.write_bytes(data)
                temporary.replace(self._path / name)
            finally:
                temporary.unlink(missing_ok=True)
            _remove_old_entries(self._path)


def _remove_old_entries(folder: Path) -> None:
    with os.scandir(str(folder)) as found:
        entries = [
            (entry.stat(follow_symlinks=False), entry.path)
            for entry in found
            if _ENTRY.fullmatch(entry.name)
        ]
    entries.sort(key=lambda entry: -entry[0].st_mtime_ns)
    size = 0
    for number, (status, path) in enumerate(entries):
        size += status.st_size
        if number >= MAX_ENTRIES or size > MAX_BYTES:
            Path(path).unlink(missing_ok=True)


def _is_private(path: Path) -> bool:
    """Return whether a folder belongs to the user, and no one else can access it.

    In a folder of someone else, such as one in `/tmp` that is created in advance, entries
    could declare changed files as current.
    """
    try:
        status = path.lstat()
    except (OSError, ValueError):
        return False
    if not stat.S_ISDIR(status.st_mode):
        return False
    if not hasattr(os, "getuid"):  # Windows: folders of a profile are private
        return True
    return status.st_uid == os.getuid() and not status.st_mode & 0o077
