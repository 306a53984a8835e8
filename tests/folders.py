"""Folders as data, so that a test can compare them whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_CACHES = {"__pycache__", ".mypy_cache", ".pytest_cache", ".ruff_cache"}


def folder_contents(folder: Path) -> dict[str, bytes]:
    """Return path and content of every file, but for what tools leave behind."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not _CACHES & set(path.parts)
    }
