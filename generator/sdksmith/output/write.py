"""Writing of the folder of a client, and the rules for replacing files.

- Only files written by an earlier run are replaced or removed. All other files in the
  folder are preserved: they are moved to the new folder.
- Three cases stop the run with an error that names the files, unless `force` is given:
  a generated file was edited, the folder has files but no manifest, or a file of the user
  has the path of a file of the client.
- Writing through a symbolic link is always refused.
- Optional files, such as `.gitignore`, are not written over those of the user.
- If nothing changes, nothing is written, and no modification time changes.
- The folder is replaced as a whole: see `swap.py`. If this is not possible, because it is
  the current folder, a mount point, or on a file system without hard links, files are
  replaced individually, each one atomically. If such a run is killed, the folder has old
  and new files, and the next run completes it.
"""

from __future__ import annotations

import errno
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .build import FolderBuilder
from .compare import Comparison, compare_folder
from .errors import OutputError
from .interrupts import delayed_interrupts
from .manifest import MANIFEST_NAME, Manifest, Origin, sha256
from .swap import lock_folder, recover, swap_folders, temporary_folder
from .sync import sync_entries, sync_files, sync_folder
from .temporary import STAGING_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..render.rendered import RenderedFile

_NAMES_SHOWN: Final = 10
# Errors of the system if a folder cannot be replaced, although its files may be writable.
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


class Written(Struct, frozen=True):
    """Changes that a run made to a folder, or would make; paths are sorted.

    Attributes:
        files: All files of the client, including the manifest.
        changed: Files that were written.
        removed: Files of an earlier run that are no longer generated.
        kept: Optional files that were not written, because the user has files of their own.
        manifest: Content of the manifest.
    """

    files: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    kept: frozenset[str]
    manifest: bytes

    @property
    def is_current(self) -> bool:
        """Whether the folder was up to date before the run."""
        return not (self.changed or self.removed)


def write_folder(
    target: Path,
    files: Iterable[RenderedFile],
    origin: Origin,
    *,
    check: bool = False,
    force: bool = False,
) -> Written:
    """Write the files of a client to its folder.

    Args:
        target: The folder. Missing folders are created, including parent folders.
        files: All files of the client except the manifest.
        origin: Inputs of the run, for the manifest.
        check: Write nothing; only return the changes.
        force: Overwrite edited files, and files that sdksmith did not generate.

    Raises:
        OutputError: If the folder must not or cannot be written.
    """
    files = tuple(files)
    contents = {file.path: file.text.encode() for file in files}
    optional = frozenset(file.path for file in files if file.is_optional)
    hashes = {path: sha256(content) for path, content in contents.items()}
    contents[MANIFEST_NAME] = Manifest(origin, hashes).dump()
    try:
        target = _resolve(target)
        if check:
            comparison = compare_folder(target, contents, optional)
        else:
            comparison = _write(target, contents, optional, force=force)
    except OSError as error:
        raise OutputError(_explain(target, error)) from error
    return Written(
        files=tuple(sorted(contents)),
        changed=comparison.changed,
        removed=comparison.removed,
        kept=comparison.kept,
        manifest=contents[MANIFEST_NAME],
    )


def _write(
    target: Path,
    contents: Mapping[str, bytes],
    optional: frozenset[str],
    *,
    force: bool,
) -> Comparison:
    target.parent.mkdir(parents=True, exist_ok=True)
    with lock_folder(target.parent) as is_locked:
        recover(target, is_locked=is_locked)
        comparison = compare_folder(target, contents, optional)
        _refuse(target, comparison, force=force)
        if comparison.changed or comparison.removed:
            written = {
                path: content
                for path, content in contents.items()
                if path not in comparison.kept
            }
            _replace(target, written, comparison)
        elif (target / STAGING_NAME).is_dir():  # of a run that was killed
            shutil.rmtree(target / STAGING_NAME, ignore_errors=True)
    return comparison


def _resolve(target: Path) -> Path:
    """Return the path of the target with symbolic links resolved.

    Raises:
        OutputError: If the target exists and is not a folder, or is the root folder.
    """
    try:
        resolved = target.resolve()
    except (RuntimeError, ValueError) as error:  # a loop of links, a NUL character
        raise OutputError(
            f"{target} cannot be used as an output folder: {error}"
        ) from None
    if resolved.exists() and not resolved.is_dir():
        raise OutputError(f"{target} is not a folder")
    if not resolved.name:
        raise OutputError(f"{target} cannot be used as an output folder")
    return resolved


def _refuse(target: Path, comparison: Comparison, *, force: bool) -> None:
    if comparison.blocked:
        raise OutputError(
            f"files, folders or symbolic links in {target} block the paths of files of "
            f"the client: {_list(comparison.blocked)}; move them away"
        )
    if force:
        return
    if not comparison.is_generated:
        raise OutputError(
            f"{target} is not empty and was not generated by sdksmith; choose another "
            "folder, or use --force to overwrite files of the same names"
        )
    if comparison.edited:
        raise OutputError(
            f"files in {target} were edited after they were generated: "
            f"{_list(comparison.edited)}; move your changes to other files, or use --force "
            "to discard them"
        )
    if comparison.foreign:
        reason = f" ({MANIFEST_NAME} was edited, so they may not be generated)"
        raise OutputError(
            f"files in {target} would be overwritten by files of the client: "
            f"{_list(comparison.foreign)}{reason if comparison.is_edited else ''}; move "
            "them, or use --force to overwrite them"
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
    # A folder that sdksmith did not generate has no old client to preserve, and it can be
    # large.
    if comparison.is_generated and not _holds_current_folder(target):
        try:
            _replace_folder(target, contents, comparison)
        except OSError as error:
            if error.errno not in _CANNOT_SWAP or not target.is_dir():
                raise
        else:
            return
    _replace_files(target, contents, comparison)


def _holds_current_folder(target: Path) -> bool:
    # After a swap, the current folder of the calling shell would no longer exist.
    try:
        return Path.cwd().is_relative_to(target)
    except FileNotFoundError:  # it was removed
        return False


def _replace_folder(
    target: Path, contents: Mapping[str, bytes], comparison: Comparison
) -> None:
    with temporary_folder(target) as folder:
        builder = FolderBuilder(target, contents, comparison)
        builder.build(folder)
        sync_folder(folder, [folder / path for path in comparison.changed])
        with delayed_interrupts():
            swap_folders(folder, target)
            builder.move_late_files(folder, target)


def _replace_files(
    target: Path, contents: Mapping[str, bytes], comparison: Comparison
) -> None:
    staging = target / STAGING_NAME
    try:
        _stage(target, contents, comparison)
    except BaseException:
        with delayed_interrupts():
            shutil.rmtree(staging, ignore_errors=True)
        raise
    with delayed_interrupts():
        # Files are removed first: on a file system that ignores case, a removed file and a
        # new one can have the same name.
        for path in comparison.removed:
            (target / path).unlink(missing_ok=True)
            _remove_empty_folders(target, path)
        changed = [path for path in comparison.changed if path != MANIFEST_NAME]
        for path in changed:
            (target / path).parent.mkdir(parents=True, exist_ok=True)
            (staging / path).replace(target / path)
        sync_files(target, [target / path for path in changed])
        if MANIFEST_NAME in comparison.changed:
            (staging / MANIFEST_NAME).replace(target / MANIFEST_NAME)
        sync_entries(target)
        shutil.rmtree(staging)


def _stage(target: Path, contents: Mapping[str, bytes], comparison: Comparison) -> None:
    """Write the changed files and the manifest to the staging folder.

    The manifest is written last: it lists the files that this run may have written.
    """
    staging = target / STAGING_NAME
    if staging.is_symlink() or staging.is_file():
        staging.unlink()
    shutil.rmtree(staging, ignore_errors=True)
    changed = [path for path in comparison.changed if path != MANIFEST_NAME]
    for path in (*changed, MANIFEST_NAME):
        place = staging / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(contents[path])
        if (target / path).is_file():
            shutil.copymode(target / path, place)
    sync_files(staging, [staging / path for path in (*changed, MANIFEST_NAME)])
    sync_entries(target)


def _remove_empty_folders(target: Path, path: str) -> None:
    """Remove parent folders of a removed file if they are empty except for caches."""
    for folder in (target / path).parents:
        shutil.rmtree(folder / "__pycache__", ignore_errors=True)
        if folder == target or any(folder.iterdir()):
            return
        folder.rmdir()
