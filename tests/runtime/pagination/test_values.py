"""Values in decoded responses."""

from __future__ import annotations

from decimal import Decimal

import pytest
from runtime.pagination.values import read_integer


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (7, 7), (7.0, 7), (Decimal("7.0"), 7), ("7", 7), ("-1", -1), (7.5, None),
        ("7.5", None), ("", None), ("x", None), ("²", None), (True, None), (None, None),
        (float("nan"), None), (float("inf"), None), ("9" * 30, None), ([7], None),
    ],
)  # fmt: skip
def test_counters_are_numbers_or_strings(value: object, expected: int | None) -> None:
    assert read_integer(value) == expected
