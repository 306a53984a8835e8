"""The suite calls every operation of the document."""

from __future__ import annotations

from pathlib import Path

from .package import uncalled_methods


def test_every_operation_is_called(depot_source: Path) -> None:
    assert uncalled_methods(depot_source, Path(__file__).parent) == set()
