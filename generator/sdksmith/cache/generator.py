"""State of the generator, which changes with everything that can change its output."""

from __future__ import annotations

import hashlib
import os
import re
import sys
from io import FileIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

from ..version import VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator

_PACKAGE: Final = Path(__file__).parents[1]
FOLDERS: Final = (
    (_PACKAGE,)
    if (_PACKAGE / "templates").is_dir()
    else (_PACKAGE, _PACKAGE.parents[1] / "templates")
)
"""Folders of the generator and its templates, in an installed package or in a checkout."""
_METADATA: Final = (".dist-info", ".egg-info")
_BLACK: Final = re.compile(r"black-[^/]+")


def describe_generator() -> str | None:
    """Return the SHA-256 of the state of the generator, or None if it is unknown.

    The state consists of the version, of the content of all files of the package and its
    templates, of the version of Python, and of the names of all installed distributions,
    which contain their versions. An edited file of a checkout therefore changes it, and so
    does an upgrade of black. A dependency that is edited in place does not. It takes 0.01 s.
    """
    distributions = sorted(_list_distributions())
    # Without metadata, as in some frozen applications, an upgrade would not be noticed.
    if not any(_BLACK.fullmatch(name) for name in distributions):
        return None
    parts = [VERSION, sys.version, sys.platform, *distributions]
    try:
        for path in list_files():
            with FileIO(path) as stream:  # a buffer doubles the time
                parts += [path, hashlib.sha256(stream.readall()).hexdigest()]
    except OSError:
        return None
    return hashlib.sha256("\0".join(parts).encode("utf-8", "replace")).hexdigest()


def _list_distributions() -> Iterator[str]:
    for folder in dict.fromkeys(sys.path):
        try:
            with os.scandir(folder or os.curdir) as entries:
                names = [entry.name for entry in entries]
        except OSError:  # a missing folder, or an archive
            continue
        yield from (name for name in names if name.endswith(_METADATA))


def list_files() -> list[str]:
    """Return the paths of all files of the generator, sorted.

    Raises:
        OSError: If a folder cannot be read.
    """
    return sorted(path for folder in FOLDERS for path in _list_folder(str(folder)))


def _list_folder(folder: str) -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_file():
                yield entry.path
            elif entry.name != "__pycache__" and entry.is_dir(follow_symlinks=False):
                yield from _list_folder(entry.path)
