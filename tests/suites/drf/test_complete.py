"""The suite calls every operation of the document."""

from __future__ import annotations

from pathlib import Path

from tests.suites.fastapi.package import uncalled_methods


def test_every_operation_is_called(shelf_source: Path) -> None:
    assert uncalled_methods(shelf_source, Path(__file__).parent) == set()
