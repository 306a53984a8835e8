"""Every operation is called, and the calls type-check against the generated client.

The type checks read the tests themselves: a copy in which `calls.py` has the types of the
generated client.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from tests.suites.package import uncalled_methods
from tests.suites.typed import check_calls, find_errors

HERE = Path(__file__).parent
NOT_TYPED: Final = {
    "test_absolute_links": "the list is not paged, so that iterating yields the fields of its model",
    "test_an_echo_of_a_filter_is_not_a_page": "the result is a page of strings",
}
"""Test whose calls are right and do not type-check -> why they do not."""


@pytest.mark.slow
@pytest.mark.parametrize(
    "tool", ["mypy", pytest.param("pyright", marks=pytest.mark.nightly)]
)
def test_calls_type_check(tool: str, depot_source: Path, tmp_path: Path) -> None:
    check_calls(find_errors(tool, HERE, depot_source, tmp_path), NOT_TYPED)


def test_every_operation_is_called(depot_source: Path) -> None:
    assert uncalled_methods(depot_source, HERE) == set()
