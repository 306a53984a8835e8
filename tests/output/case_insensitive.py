"""A file system that ignores the case of names, as on Windows and macOS."""

from __future__ import annotations

import io
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

    import pytest

_FUNCTIONS: Final = (
    "chmod", "link", "listdir", "lstat", "mkdir", "open", "readlink", "rmdir",
     "scandir", "stat", "symlink", "unlink", "utime",
)  # fmt: skip


class _Folder:
    """Folder whose entries are found by any spelling."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._listdir = os.listdir

    def find(self, path: object) -> object:
        """Return the spelling on disk of a path below the folder."""
        if not isinstance(path, str | Path) or not Path(path).is_relative_to(
            self._root
        ):
            return path
        found = str(self._root)
        for part in Path(path).relative_to(self._root).parts:
            found = f"{found}/{self._find_name(found, part)}"
        return found

    def _find_name(self, folder: str, name: str) -> str:
        try:
            names = self._listdir(folder)
        except OSError:
            return name
        alike = [other for other in names if other.casefold() == name.casefold()]
        return name if name in names or not alike else alike[0]

    def wrap(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return a function that finds its paths by any spelling."""

        def call(*args: Any, **kwargs: Any) -> Any:
            if kwargs.get("dir_fd") is None:
                args = tuple(map(self.find, args))
            return function(*args, **kwargs)

        return call

    def wrap_rename(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """Return the function that renames, after which the target has the new spelling."""

        def rename(source: Any, target: Any) -> None:
            existing = Path(str(self.find(target)))
            function(self.find(source), existing)
            function(existing, existing.parent / Path(target).name)

        return rename


def ignore_case(monkeypatch: pytest.MonkeyPatch, root: Path) -> None:
    """Let the functions of `os` find existing files below a folder by any spelling."""
    folder = _Folder(root)
    for name in _FUNCTIONS:
        monkeypatch.setattr(os, name, folder.wrap(getattr(os, name)))
    for name in ("rename", "replace"):
        monkeypatch.setattr(os, name, folder.wrap_rename(getattr(os, name)))
    monkeypatch.setattr(io, "open", folder.wrap(io.open))
