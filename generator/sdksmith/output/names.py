"""Spelling of existing paths, on file systems that ignore the case of names."""

from __future__ import annotations

import os
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


class ExistingNames:
    """Names of the files and folders below a folder, as they are spelled on disk."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._listed: dict[str, frozenset[str]] = {}

    def find(self, path: str) -> str | None:
        """Return the spelling of a path on disk, or None if the path does not exist.

        The result differs from `path` if the file system ignores case and the names differ
        in case only. Names that differ only in their Unicode normalisation are the same,
        because some file systems change that.
        """
        found: list[str] = []
        for part in path.split("/"):
            place = "/".join(found)
            names = self._list(place)
            if part in names:
                found.append(part)
                continue
            alike = [name for name in names if name.casefold() == part.casefold()]
            if not alike or not os.path.lexists(self._folder / place / part):
                return None
            found.append(alike[0])
        return "/".join(found)

    def _list(self, place: str) -> frozenset[str]:
        if place not in self._listed:
            try:
                entries = [entry.name for entry in (self._folder / place).iterdir()]
            except (FileNotFoundError, NotADirectoryError):
                entries = []
            self._listed[place] = frozenset(
                unicodedata.normalize("NFC", name) for name in entries
            )
        return self._listed[place]
