"""The modules of `templates/runtime` that are rendered, with all features."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sdksmith.plan.contract import Feature
from sdksmith.render.runtime import composed_files

ROOT: Final = Path(__file__).parents[1]


def composed_runtime() -> dict[Path, str]:
    """Return the text of each module by its path."""
    files = composed_files("templates/runtime", frozenset(Feature))
    return {ROOT / file.path: file.text for file in files}


def regenerate_runtime() -> None:
    """Write the modules."""
    for path, text in composed_runtime().items():
        path.write_text(text, encoding="utf-8")
