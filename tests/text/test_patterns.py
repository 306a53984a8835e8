"""Bounded search for regular expressions."""

from __future__ import annotations

import pytest
from sdksmith.text.patterns import search_pattern


@pytest.mark.parametrize(
    ("pattern", "text", "expected"),
    [
        ("^a+$", "aaa", True),
        ("^a+$", "aab", False),
        ("b", "abc", True),
        ("(unclosed", "x", True),
        (r"^(?!x)\w", "xy", False),
        (r"^(a+)+\1c$", "aab", False),
        (r"^(?:(a|aa)+\1c|a+b)$", "a" * 40 + "b", True),
    ],
    ids=["match", "mismatch", "search", "invalid", "lookahead", "reference", "limit"],
)
def test_text_matches_or_cannot_be_determined(
    pattern: str, text: str, *, expected: bool
) -> None:
    found = search_pattern(pattern, text, backtracks=100, compiled_bytes=1 << 18)
    assert found is expected
