"""What all tests share: the order in which they run."""

from __future__ import annotations

import pytest

# Snapshots are data: the tests that come with a client run from tests/cases.
collect_ignore_glob = ["cases/*/expected/*"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Start what takes longest first, so that no worker is left alone with it."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
