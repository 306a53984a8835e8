"""Contents of folders, for comparisons."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_CACHES = {"__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache"}


def folder_contents(folder: Path) -> dict[str, bytes]:
    """Return path and content of every file except caches of tools."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not _CACHES & set(path.parts)
    }
