"""Files that the specifications send and return."""

from __future__ import annotations

from typing import Final

from tests.suites.spector.install import install_suite

_FOLDER: Final = install_suite().specs.parent / "assets"

JPG: Final = (_FOLDER / "image.jpg").read_bytes()
PNG: Final = (_FOLDER / "image.png").read_bytes()
