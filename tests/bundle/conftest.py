"""Fixtures of the tests of bundling."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.bundle.project import Project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """Project in a folder with parent folders."""
    folder = tmp_path / "work" / "specs"
    folder.mkdir(parents=True)
    return Project(folder)
