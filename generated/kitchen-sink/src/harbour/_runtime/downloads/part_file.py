"""Files that appear under their name only when they are complete."""

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
    """A file that is written under a temporary name in its directory.

    `finish` gives it its final name. As a context manager, it deletes the temporary
    file unless `finish` was called.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Create the temporary file.

        Args:
            path: Final path of the file. A symbolic link is resolved, and its target is
                replaced.

        Raises:
            OSError: If the path exists and is not a regular file, or if its directory
                cannot be written to.
        """
        self._path = Path(os.path.realpath(path))
        if self._path.is_dir():
            raise IsADirectoryError(
                errno.EISDIR, os.strerror(errno.EISDIR), os.fspath(path)
            )
        if self._path.exists() and not self._path.is_file():
            raise OSError(errno.EINVAL, "Not a regular file", os.fspath(path))
        # A short name, which fits even if the name of the file has the maximum length.
        self._part = self._path.with_name(f".{os.urandom(8).hex()}.part")
        self._file = self._part.open("xb")
        self._is_finished = False

    def write(self, chunk: bytes) -> None:
        """Append a chunk to the file.

        Raises:
            OSError: If the chunk cannot be written.
        """
        self._file.write(chunk)

    def finish(self) -> Path:
        """Move the file to its final path, and return that path.

        An existing file is replaced atomically, and its permissions are kept, except on
        Windows.

        Raises:
            OSError: If the file cannot be written or moved.
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
            # Errors of the clean-up must not hide the original error.
            with suppress(OSError):
                self._file.close()
            with suppress(OSError):
                self._part.unlink(missing_ok=True)
