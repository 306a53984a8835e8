"""Project that a document belongs to: the folder whose files it may reference."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import Final

_VERSION_CONTROL: Final = (".git", ".hg", ".svn")


def find_project(path: str) -> str:
    """Return the real path of the folder whose files a document may reference.

    This is the outermost parent folder of the document that is under version control,
    or the working folder if that is further up. Without version control, it is the
    outermost parent folder that is not shared by several projects, as a home folder is.
    """
    folder = Path(os.path.realpath(path)).parent
    shared = _shared_folders(folder)
    ancestors = [folder]
    for parent in folder.parents:
        if parent in shared or folder in shared:
            break
        ancestors.append(parent)
    controlled = [
        index
        for index, candidate in enumerate(ancestors)
        if any(os.path.lexists(candidate / name) for name in _VERSION_CONTROL)
    ]
    farthest = max(controlled, default=len(ancestors) - 1)
    with suppress(OSError):  # the working folder was removed
        working = Path(os.path.realpath(os.curdir))
        if working in ancestors:
            farthest = max(farthest, ancestors.index(working))
    return str(ancestors[farthest])


def _shared_folders(folder: Path) -> set[Path]:
    """Return folders that usually contain files of several projects."""
    from tempfile import gettempdir  # imports random and hashlib

    root = Path(folder.anchor)
    shared = {root, root / "home", root / "Users", root / "tmp"}
    try:
        home = Path.home().resolve()
    except RuntimeError:
        # Some users have no home folder, for example in containers.
        home = root
    return shared | {home, home.parent, Path(gettempdir()).resolve()}
