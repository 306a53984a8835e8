"""Documents for the tests of the commands."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.commands.command_line import CLEAN, GUESSED

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def spec(tmp_path: Path) -> Path:
    """Valid document."""
    path = tmp_path / "spec.yaml"
    path.write_text(CLEAN)
    return path


@pytest.fixture
def guessed(tmp_path: Path) -> Path:
    """Document that can only be repaired by guessing."""
    path = tmp_path / "guessed.yaml"
    path.write_text(GUESSED)
    return path
