"""The names lock in a run of `generate`.

Names are only imported where a run needs them: a run without a lock, and one that changes
nothing, does not.
"""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import TYPE_CHECKING

from ..config.settings import SettingsError
from ..config.toml_files import find_line
from .location import LOCK_NAME, lock_path, read_lock_text

if TYPE_CHECKING:
    from pathlib import Path

    from ..model.released_names import ReleasedNames
    from .names_lock import NamesLock


class LockRun:
    """The names lock of a document, before and after a run.

    Args:
        spec: The document as specified by the user.
        create: Whether to create the file if it does not exist.
        prune: Whether to forget names that the client no longer has.

    Raises:
        SettingsError: If the file is not valid, or cannot be beside the document.
    """

    def __init__(self, spec: str, *, create: bool = False, prune: bool = False) -> None:
        path = lock_path(spec)
        if path is None and create:
            raise SettingsError(
                f"{LOCK_NAME} stands beside the document, which must be a file; download "
                "it first"
            )
        self._text = None if path is None else read_lock_text(path)
        self._path = path
        self._prune = prune
        self._after: NamesLock | None = None
        self._is_used = create or self._text is not None

    @property
    def path(self) -> Path | None:
        """The file; None if the run has no lock."""
        return self._path if self._is_used else None

    @property
    def released(self) -> ReleasedNames | None:
        """The names to keep; None if the run has no lock."""
        if not self._is_used:
            return None
        from ..model.released_names import ReleasedNames

        return self._before.released() if self._before else ReleasedNames()

    @cached_property
    def _before(self) -> NamesLock | None:
        if self._path is None or self._text is None:
            return None
        from .file import parse_lock

        return parse_lock(self._text, self._path)

    @property
    def is_missing(self) -> bool:
        """Whether the file will be created."""
        return self._is_used and self._text is None

    @property
    def is_changed(self) -> bool:
        """Whether `update` has changed the names."""
        return self._after is not None and self._before != self._after

    def digest(self) -> str:
        """Return the SHA-256 of the file after the run; empty without a lock."""
        text = self._text
        if self._after is not None and self.is_changed:
            from .file import dump_lock

            text = dump_lock(self._after)
        return "" if text is None else hashlib.sha256(text.encode()).hexdigest()

    def update(
        self, package: str, names: ReleasedNames | None, released: ReleasedNames
    ) -> None:
        """Add the names of the client.

        Args:
            package: Its import package.
            names: Its names; None if the run has no lock.
            released: The released names, with the keys that they have now.

        Raises:
            SettingsError: If the lock has the names of another client.
        """
        if names is None:
            return
        from .names_lock import NamesLock

        before = self._before or NamesLock(package)
        if before.package != package:
            raise SettingsError(
                f"names are those of `{before.package}`, but the client is `{package}`; "
                "change `package` in this file if the client has been renamed",
                file=str(self._path),
                line=find_line(self._text or "", ("package",)),
            )
        self._after = before.update(names, released, prune=self._prune)

    def write(self) -> None:
        """Write the names of the client, if they have changed."""
        if self._path is not None and self._after is not None and self.is_changed:
            from .file import write_lock

            write_lock(self._path, self._after)
