"""Builds the new folder of a client, with all that its user has put there."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct, field

from .compare import STAGING_NAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .compare import Comparison


class FolderBuilder(Struct, frozen=True):
    """Builds a folder from contents and from what stands in an old one.

    What does not change is linked rather than copied: it keeps its time, and an editor
    that has it open still has the file of the client.

    Attributes:
        carried: The paths of what the user has in the old folder, once it is built.
    """

    old: Path
    contents: Mapping[str, bytes]
    comparison: Comparison
    carried: set[str] = field(default_factory=set[str])

    def build(self, new: Path) -> None:
        """Fill the empty folder `new`.

        Raises:
            OSError: Something cannot be written, or has no second name: there are file
                systems without hard links, and others that are mounted inside.
        """
        changed = set(self.comparison.changed)
        for path, content in self.contents.items():
            place = new / path
            place.parent.mkdir(parents=True, exist_ok=True)
            if path in changed:
                self._write(place, content, self.old / path)
            else:
                _carry(self.old / path, place)
        if self.old.is_dir():
            self._carry_folder(Path(), new)
            shutil.copymode(self.old, new)

    @staticmethod
    def _write(place: Path, content: bytes, old: Path) -> None:
        place.write_bytes(content)
        if old.is_file():
            shutil.copymode(old, place)

    def _carry_folder(self, inner: Path, new: Path) -> None:
        entries = sorted(os.scandir(self.old / inner), key=lambda entry: entry.name)
        if not entries:  # somebody wants it to be there: no run makes an empty folder
            (new / inner).mkdir(parents=True, exist_ok=True)
            self.carried.add(inner.as_posix())
        for entry in entries:
            path = inner / entry.name
            if self.is_disposable(path):
                continue
            if entry.is_dir(follow_symlinks=False):
                self._carry_folder(path, new)
                if (new / path).is_dir():
                    shutil.copystat(entry.path, new / path)
            else:
                (new / inner).mkdir(parents=True, exist_ok=True)
                _carry(Path(entry.path), new / path)
                self.carried.add(path.as_posix())

    def is_disposable(self, path: Path) -> bool:
        """Return whether something in the old folder is ours, or made from ours."""
        name = path.as_posix()
        return (
            name in self.contents
            or name in self.comparison.removed
            or path.name == "__pycache__"
            or name == STAGING_NAME
        )

    def rescue(self, replaced: Path, target: Path) -> None:
        """Move what the user has put into the old folder while the new one was built.

        Args:
            replaced: The old folder, where it stands now.
            target: The new folder, in its place.
        """
        for folder, folders, files in os.walk(replaced):
            inner = Path(folder).relative_to(replaced)
            folders[:] = [x for x in folders if not self.is_disposable(inner / x)]
            links = [name for name in folders if (Path(folder) / name).is_symlink()]
            for name in files + links:
                path = inner / name
                known = self.is_disposable(path) or path.as_posix() in self.carried
                if not known and not os.path.lexists(target / path):
                    (target / inner).mkdir(parents=True, exist_ok=True)
                    (replaced / path).rename(target / path)


def _carry(source: Path, place: Path) -> None:
    if source.is_symlink():
        place.symlink_to(source.readlink())
    else:
        os.link(source, place)
