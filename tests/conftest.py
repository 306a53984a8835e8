"""Configuration of all tests: their order, and which of them are fast."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import hypothesis
import pytest

# The same examples in every run: a random one must not fail an unrelated change.
# `pytest --hypothesis-profile=search` looks for new ones.
hypothesis.settings.register_profile("repeatable", derandomize=True, deadline=None)
hypothesis.settings.register_profile("search", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("repeatable")

# Expected clients are data; tests/cases runs the tests that they contain.
collect_ignore_glob = ["cases/*/expected/*"]

HERE: Final = Path(__file__).parent
FAST: Final = (
    *("bundle", "load", "model", "output", "plan", "render", "repair", "runtime"),
    *("text", "upgrade", "validate"),
)
"""Folders whose tests are fast: they test one stage or the runtime."""
NOT_FAST: Final = frozenset(
    {
        "load/test_parsed.py",  # large documents
        "render/test_imports.py",  # the rest start processes or servers, or wait
        "runtime/test_deadline.py",
        "runtime/test_fork.py",
        "runtime/test_logs.py",
        "runtime/test_loopback.py",
        "runtime/test_uploads.py",
    }
)
"""Modules in these folders whose tests take longer."""


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark fast tests, and start the slowest first to keep all workers busy."""
    for item in items:
        if is_fast(item):
            item.add_marker(pytest.mark.fast)
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def is_fast(item: pytest.Item) -> bool:
    """Return whether a test belongs to those that run in less than a minute."""
    name = item.path.relative_to(HERE).as_posix()
    function = getattr(item, "obj", None)
    return (
        name.split("/")[0] in FAST
        and name not in NOT_FAST
        and item.get_closest_marker("slow") is None
        # Hypothesis tries hundreds of examples.
        and not getattr(function, "is_hypothesis_test", False)
    )
