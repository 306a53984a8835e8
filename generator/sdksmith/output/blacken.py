"""Black, with the one mode that clients are formatted in."""

from __future__ import annotations

from typing import Final

import black
from black.mode import Mode, TargetVersion

_MODE: Final = Mode(target_versions={TargetVersion.PY311})


def blacken(text: str) -> str:
    """Return Python source as black writes it.

    Raises:
        black.InvalidInput: It is no Python.
    """
    return black.format_str(text, mode=_MODE)
