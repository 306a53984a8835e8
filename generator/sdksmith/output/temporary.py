"""Names of the temporary folders of a run, which the next run removes if it was killed."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

STAGING_NAME: Final = ".sdksmith-new"
"""Subfolder for the new files while a run replaces files individually."""

_MAX_NAME_BYTES: Final = 200
"""Length from which the name of a folder is shortened in those of temporary folders."""


def temporary_prefix(target: Path) -> str:
    """Return the prefix of the names of temporary folders next to a folder."""
    name = target.name
    if len(os.fsencode(name)) > _MAX_NAME_BYTES:
        import hashlib

        name = hashlib.sha256(os.fsencode(name)).hexdigest()[:32]
    return f".{name}.sdksmith-"
