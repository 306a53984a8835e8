"""Every operation is called, and the calls type-check against the generated client.

The type checks read the tests themselves: a copy in which `calls.py` has the types of the
generated client.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.suites.package import uncalled_methods
from tests.suites.typed import find_errors

HERE = Path(__file__).parent


@pytest.mark.slow
@pytest.mark.parametrize(
    "tool", ["mypy", pytest.param("pyright", marks=pytest.mark.nightly)]
)
def test_calls_type_check(tool: str, shelf_source: Path, tmp_path: Path) -> None:
    assert find_errors(tool, HERE, shelf_source, tmp_path) == {}


def test_every_operation_is_called(shelf_source: Path) -> None:
    assert uncalled_methods(shelf_source, HERE) == set()
