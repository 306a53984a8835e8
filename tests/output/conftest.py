"""Target folder, and the ways to replace it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.output import swap

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "around" / "client"


@pytest.fixture(params=["swapped", "renamed", "file by file"])
def replacement(
    request: pytest.FixtureRequest, target: Path, monkeypatch: pytest.MonkeyPatch
) -> str:
    """Replace the folder in one of three ways; return which."""
    if request.param == "renamed":

        def cannot(one: Path, other: Path) -> bool:
            return False

        monkeypatch.setattr(swap, "exchange_folders", cannot)
    if request.param == "file by file":
        target.mkdir(parents=True)
        monkeypatch.chdir(target)
    return str(request.param)
