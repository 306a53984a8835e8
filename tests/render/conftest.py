"""The rendered client of the pet shop."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.render.files import render_package

from tests.render.pet_shop import PACKAGE

if TYPE_CHECKING:
    from pathlib import Path

    from sdksmith.render.rendered import RenderedFile


@pytest.fixture(scope="session")
def files() -> tuple[RenderedFile, ...]:
    """Return the files of the client."""
    return render_package(PACKAGE)


@pytest.fixture(scope="session")
def folder(
    files: tuple[RenderedFile, ...], tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """Return a folder with the files of the client."""
    folder = tmp_path_factory.mktemp("client")
    for file in files:
        path = folder / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file.text)
    return folder
