"""Where the names lock of a document is."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import Final

from ..config.toml_files import read_toml_text

LOCK_NAME: Final = "sdksmith.lock"
_MAX_BYTES: Final = 64_000_000
"""Maximum size of a lock. That of Microsoft Graph, with 20,000 operations, has 20 MB."""


def lock_path(spec: str) -> Path | None:
    """Return the path of the lock of a document; None if the document is not a file."""
    if spec == "-" or "://" in spec:
        return None
    return Path(spec).parent / LOCK_NAME


def read_lock_text(path: Path) -> str | None:
    """Return the text of a lock, or None if the file does not exist.

    Raises:
        SettingsError: If the file cannot be read.
    """
    # A document whose path is too long or not accessible is reported when it is read.
    with suppress(OSError, ValueError):
        if path.exists():
            return read_toml_text(path, _MAX_BYTES)
    return None
