"""What a run would change in the folder of a client. Nothing here writes."""

from __future__ import annotations

import stat
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .manifest import MANIFEST_NAME, parse_owned_files, sha256

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

STAGING_NAME: Final = ".sdksmith-new"
"""A folder in the client's where a run that cannot swap puts the new files first."""


class Comparison(Struct, frozen=True):
    """A folder beside the files that should be in it; paths are sorted.

    Attributes:
        changed: Files that are missing or have another content, the manifest included.
        removed: Files of an earlier run that no longer belong there.
        edited: Those of the changed and removed that somebody has edited since.
        foreign: Those of the changed that stand there without any run having made them.
        blocked: What stands in the way of a file: a symbolic link, a folder where the
            file must be, a file where its folder must be.
        is_ours: Whether an earlier run made the folder, or it is new or empty.
    """

    changed: tuple[str, ...]
    removed: tuple[str, ...]
    edited: tuple[str, ...]
    foreign: tuple[str, ...]
    blocked: tuple[str, ...]
    is_ours: bool


def compare_folder(folder: Path, contents: Mapping[str, bytes]) -> Comparison:
    """Compare a folder with the contents that its files should have.

    Args:
        folder: It need not exist.
        contents: Path below the folder, with `/` -> content; the manifest is one.

    Raises:
        OSError: The folder cannot be read.
    """
    owned = _read_owned_files(folder)
    is_ours = bool(owned) or _is_empty(folder)
    owned.pop(MANIFEST_NAME, None)
    blocked: set[str] = set()
    present: dict[str, str] = {}
    for path in {**contents, **owned}:
        obstacle = _find_obstacle(folder, path)
        if obstacle is None:
            content = _read(folder / path)
            if content is not None:
                present[path] = sha256(content)
        elif path in contents:
            blocked.add(obstacle)
    changed = {path for path in contents if present.get(path) != sha256(contents[path])}
    removed = {path for path in owned if path in present and path not in contents}
    in_the_way = {path for path in changed | removed if path in present}
    in_the_way.discard(MANIFEST_NAME)
    return Comparison(
        changed=tuple(sorted(changed)),
        removed=tuple(sorted(removed)),
        edited=tuple(
            sorted(x for x in in_the_way if x in owned and present[x] not in owned[x])
        ),
        foreign=tuple(sorted(x for x in in_the_way if x not in owned)),
        blocked=tuple(sorted(blocked)),
        is_ours=is_ours,
    )


def _read_owned_files(folder: Path) -> dict[str, set[str]]:
    """Return what earlier runs wrote, with the hashes it had.

    A run that was killed while it replaced files one by one has left the list of what
    it was about to write.
    """
    owned: dict[str, set[str]] = {}
    for path in (folder / MANIFEST_NAME, folder / STAGING_NAME / MANIFEST_NAME):
        for name, digest in _read_manifest(path):
            owned.setdefault(name, set()).add(digest)
    return owned


def _read_manifest(path: Path) -> Iterator[tuple[str, str]]:
    if path.is_symlink():
        return
    content = _read(path)
    if content is not None:
        try:
            files = parse_owned_files(content)
        except ValueError:
            return
        yield MANIFEST_NAME, sha256(content)
        yield from files.items()


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def _is_empty(folder: Path) -> bool:
    try:
        return not any(folder.iterdir())
    except FileNotFoundError:
        return True


def _find_obstacle(folder: Path, path: str) -> str | None:
    """Return the first part of a path that is there and is not what it must be."""
    parts = path.split("/")
    place = folder
    for depth, part in enumerate(parts, start=1):
        place = place / part
        try:
            mode = place.lstat().st_mode
        except FileNotFoundError:
            return None
        fits = stat.S_ISREG(mode) if depth == len(parts) else stat.S_ISDIR(mode)
        if not fits:
            return "/".join(parts[:depth])
    return None
