"""Writes the folder of a client, and says what may be replaced.

- Only files that an earlier run wrote are replaced or removed. Everything else in the
  folder stays: the new folder takes it over.
- A file of ours that somebody has edited is not replaced, a folder that holds files but
  no manifest is not touched, and a file of somebody's in one of our places stays:
  the run stops and names them, unless it was told to go on (`force`).
- What would be written through a symbolic link is refused in any case.
- Where nothing changes nothing is written, and no file gets another time.
- The folder is replaced as a whole: see `swap.py`. Where that cannot be, because it is
  the current folder, a mounted one or one without hard links, files are replaced one by
  one, each as a whole; a run killed on the way leaves a mixture, and the next run takes
  it from there.
"""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .build import FolderBuilder
from .compare import STAGING_NAME, Comparison, compare_folder
from .manifest import MANIFEST_NAME, Manifest, Origin, sha256
from .swap import alone_in, folder_beside, put_in_place, recover

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..render.rendered import RenderedFile

_NAMES_SHOWN: Final = 10
# What the system says where a folder cannot be replaced but its files can.
_CANNOT_SWAP: Final = frozenset(
    [
        errno.EACCES,
        errno.EBUSY,
        errno.EMLINK,
        errno.EOPNOTSUPP,
        errno.EPERM,
        errno.EROFS,
        errno.EXDEV,
    ]
)


class OutputError(Exception):
    """A folder that may not or cannot be written: wrong usage, not our fault."""


class Written(Struct, frozen=True):
    """What a run did to a folder, or would have done; paths are sorted.

    Attributes:
        files: All files of the client, the manifest included.
        changed: Those that were written.
        removed: Files of an earlier run that no longer belong there.
    """

    files: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]

    @property
    def is_current(self) -> bool:
        """Whether the folder was as it should be before the run."""
        return not (self.changed or self.removed)


def write_folder(
    target: Path,
    files: Iterable[RenderedFile],
    origin: Origin,
    *,
    check: bool = False,
    force: bool = False,
) -> Written:
    """Make the folder of a client hold these files.

    Args:
        target: The folder; it need not exist, nor the folders around it.
        files: All files of the client but the manifest.
        origin: What they were made from, for the manifest.
        check: Write nothing, only tell what would be written.
        force: Replace files although somebody has edited them, or made them.

    Raises:
        OutputError: The folder may not be written, or cannot.
    """
    contents = {file.path: file.text.encode() for file in files}
    hashes = {path: sha256(content) for path, content in contents.items()}
    contents[MANIFEST_NAME] = Manifest(origin, hashes).dump()
    try:
        target = _resolve(target)
        if check:
            comparison = compare_folder(target, contents)
        else:
            comparison = _write(target, contents, force=force)
    except OSError as error:
        raise OutputError(_explain(target, error)) from error
    return Written(tuple(sorted(contents)), comparison.changed, comparison.removed)


def _write(target: Path, contents: Mapping[str, bytes], *, force: bool) -> Comparison:
    target.parent.mkdir(parents=True, exist_ok=True)
    with alone_in(target.parent) as is_certain:
        if is_certain:
            recover(target)
        comparison = compare_folder(target, contents)
        _refuse(target, comparison, force=force)
        if comparison.changed or comparison.removed:
            _replace(target, contents, comparison)
    return comparison


def _resolve(target: Path) -> Path:
    """Return the place that the target names, whatever links lead there.

    Raises:
        OutputError: It is there and is no folder.
    """
    resolved = target.resolve()
    if resolved.exists() and not resolved.is_dir():
        raise OutputError(f"{target} is not a folder")
    if not resolved.name:
        raise OutputError(f"{target} cannot be the folder of a client")
    return resolved


def _refuse(target: Path, comparison: Comparison, *, force: bool) -> None:
    if comparison.blocked:
        raise OutputError(
            f"In {target} something stands where files of the client must: "
            f"{_list(comparison.blocked)}. Move it away."
        )
    if force:
        return
    if not comparison.is_ours:
        raise OutputError(
            f"{target} holds files, and sdksmith has not made it. Choose another folder, "
            "or use --force: files of the client would replace those of the same names."
        )
    if comparison.edited:
        raise OutputError(
            f"In {target} files have been edited since they were made: "
            f"{_list(comparison.edited)}. Put your changes into files of your own, or "
            "lose them with --force."
        )
    if comparison.foreign:
        raise OutputError(
            f"In {target} are files of yours where the client has some: "
            f"{_list(comparison.foreign)}. Move them, or lose them with --force."
        )


def _list(paths: tuple[str, ...]) -> str:
    shown = ", ".join(paths[:_NAMES_SHOWN])
    more = len(paths) - _NAMES_SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def _explain(target: Path, error: OSError) -> str:
    place = f" ({error.filename})" if error.filename else ""
    return f"{target} cannot be written: {error.strerror or error}{place}"


def _replace(
    target: Path, contents: Mapping[str, bytes], comparison: Comparison
) -> None:
    # There is no client to keep whole in a folder that is not ours, and it may be large.
    if comparison.is_ours and not _holds_current_folder(target):
        try:
            _replace_folder(target, contents, comparison)
        except OSError as error:
            if error.errno not in _CANNOT_SWAP or not target.is_dir():
                raise
        else:
            return
    _replace_files(target, contents, comparison)


def _holds_current_folder(target: Path) -> bool:
    # Swapped, it would leave the shell that runs us in a folder that is gone.
    return Path.cwd().is_relative_to(target)


def _replace_folder(
    target: Path, contents: Mapping[str, bytes], comparison: Comparison
) -> None:
    with folder_beside(target) as folder:
        builder = FolderBuilder(target, contents, comparison)
        builder.build(folder)
        put_in_place(folder, target)
        builder.rescue(folder, target)


def _replace_files(
    target: Path, contents: Mapping[str, bytes], comparison: Comparison
) -> None:
    staging = target / STAGING_NAME
    shutil.rmtree(staging, ignore_errors=True)
    # The manifest comes last: what it lists is what this run may have written.
    changed = [path for path in comparison.changed if path != MANIFEST_NAME]
    for path in (*changed, MANIFEST_NAME):
        place = staging / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(contents[path])
        if (target / path).is_file():
            shutil.copymode(target / path, place)
    for path in changed:
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (staging / path).replace(target / path)
    for path in comparison.removed:
        (target / path).unlink(missing_ok=True)
        _remove_empty_folders(target, path)
    (staging / MANIFEST_NAME).replace(target / MANIFEST_NAME)
    shutil.rmtree(staging)


def _remove_empty_folders(target: Path, path: str) -> None:
    """Remove the folders that a removed file leaves empty, caches aside."""
    for folder in (target / path).parents:
        shutil.rmtree(folder / "__pycache__", ignore_errors=True)
        if folder == target or any(folder.iterdir()):
            return
        folder.rmdir()
