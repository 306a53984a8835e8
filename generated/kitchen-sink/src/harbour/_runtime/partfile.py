"""A file that is there when it is whole."""

from __future__ import annotations

import errno
import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from types import TracebackType


class PartFile:
    """A file under another name beside its own, until it is whole.

    As a context manager, it leaves nothing behind unless `finish` was called.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Create it.

        Args:
            path: The name that it will have. That of a link means what the link is of.

        Raises:
            OSError: There is something that is no file, or nothing can be written there.
        """
        self._path = Path(os.path.realpath(path))
        if self._path.is_dir():
            raise IsADirectoryError(
                errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path)
            )
        if self._path.exists() and not self._path.is_file():
            raise OSError(errno.EINVAL, "it is no regular file", os.fspath(path))
        # Short, so that the name is not too long where that of the file is just not.
        self._part = self._path.with_name(f".{os.urandom(8).hex()}.part")
        self._file = self._part.open("xb")
        self._is_finished = False

    def write(self, chunk: bytes) -> None:
        """Write what comes next.

        Raises:
            OSError: It cannot be written.
        """
        self._file.write(chunk)

    def finish(self) -> Path:
        """Give the file its name, and return it.

        Raises:
            OSError: It cannot be written.
        """
        self._file.close()
        if sys.platform != "win32" and self._path.exists():
            self._part.chmod(self._path.stat().st_mode & 0o7777)
        self._part.replace(self._path)
        self._is_finished = True
        return self._path

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if not self._is_finished:
            # What went wrong first counts.
            with suppress(OSError):
                self._file.close()
            with suppress(OSError):
                self._part.unlink(missing_ok=True)
