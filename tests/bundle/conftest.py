"""What the tests of bundling share."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bundle.project import Project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A folder for files, with room beside it."""
    folder = tmp_path / "work" / "specs"
    folder.mkdir(parents=True)
    return Project(folder)
