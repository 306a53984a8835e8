"""Construction of the new folder of a client, including the files of the user."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from .temporary import STAGING_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .compare import Comparison


class FolderBuilder(Struct, frozen=True):
    """Builder of a new folder from generated contents and from an old folder.

    Unchanged files are hard-linked, not copied. They keep their modification time, and an
    editor that has one open still edits the file of the client.

    Attributes:
        old: The old folder.
        contents: Content of each generated file, by path.
        comparison: Comparison of the old folder with the contents.
        preserved: Paths of the user's files and empty folders in the old folder; filled by
            `build`.
    """

    old: Path
    contents: Mapping[str, bytes]
    comparison: Comparison
    preserved: set[str] = field(default_factory=set[str])

    def build(self, new: Path) -> None:
        """Fill the empty folder `new`.

        Raises:
            OSError: If a file cannot be written or hard-linked. Some file systems do not
                support hard links, and links cannot cross a mount point in the folder.
        """
        changed = set(self.comparison.changed)
        for folder in sorted({path.rpartition("/")[0] for path in self.contents}):
            (new / folder).mkdir(parents=True, exist_ok=True)
        for path, content in self.contents.items():
            destination = new / path
            if path in changed:
                self._write(destination, content, self.old / path)
            else:
                _link(self.old / path, destination)
        if self.old.is_dir():
            self._preserve_folder(Path(), new)
            shutil.copymode(self.old, new)

    @staticmethod
    def _write(destination: Path, content: bytes, old: Path) -> None:
        destination.write_bytes(content)
        if old.is_file():
            shutil.copymode(old, destination)

    def _preserve_folder(self, inner: Path, new: Path) -> None:
        entries = sorted(os.scandir(self.old / inner), key=lambda entry: entry.name)
        if not entries:  # created by the user: sdksmith never creates empty folders
            (new / inner).mkdir(parents=True, exist_ok=True)
            self.preserved.add(inner.as_posix())
        for entry in entries:
            path = inner / entry.name
            if self.is_disposable(path):
                continue
            if entry.is_dir(follow_symlinks=False):
                self._preserve_folder(path, new)
                if (new / path).is_dir():
                    shutil.copystat(entry.path, new / path)
            else:
                (new / inner).mkdir(parents=True, exist_ok=True)
                _link(Path(entry.path), new / path)
                self.preserved.add(path.as_posix())

    def is_disposable(self, path: Path) -> bool:
        """Return whether a path in the old folder is generated, or a cache of such files."""
        name = path.as_posix()
        return (
            name in self.contents
            or name in self.comparison.removed
            or path.name == "__pycache__"
            or name == STAGING_NAME
        )

    def move_late_files(self, replaced: Path, target: Path) -> None:
        """Move files that the user added to the old folder while the new one was built.

        Args:
            replaced: Current location of the old folder.
            target: The new folder, at the original location.
        """
        for folder, folders, files in os.walk(replaced):
            inner = Path(folder).relative_to(replaced)
            folders[:] = [x for x in folders if not self.is_disposable(inner / x)]
            links = [name for name in folders if (Path(folder) / name).is_symlink()]
            for name in files + links:
                path = inner / name
                known = self.is_disposable(path) or path.as_posix() in self.preserved
                if not known and not os.path.lexists(target / path):
                    (target / inner).mkdir(parents=True, exist_ok=True)
                    (replaced / path).rename(target / path)


def _link(source: Path, destination: Path) -> None:
    if source.is_symlink():
        destination.symlink_to(source.readlink())
    else:
        os.link(source, destination)
