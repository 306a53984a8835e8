"""Cleaning and wrapping of prose."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from sdksmith.text.prose import clean, wrap, wrap_line


@given(st.text(st.sampled_from("ab - 1.\n"), max_size=200), st.integers(10, 40))
def test_wrapping_preserves_words_within_the_width(text: str, width: int) -> None:
    lines = wrap(text, width)
    assert " ".join(lines).split() == text.split()
    for line in lines:
        assert len(line) <= width or len(line.split()) <= 2  # marker and a long word


def test_wrapped_list_items_are_indented() -> None:
    assert wrap_line("  - aa bb cc", 8) == ["  - aa", "    bb", "    cc"]
    assert wrap_line("10. aa bb cc", 8) == ["10. aa", "    bb", "    cc"]
    assert wrap_line("  aa bb", 5) == ["  aa", "  bb"]


def test_cleaning_preserves_visible_text() -> None:
    assert (
        clean("na\u00efve \U0001f600 \u0646\u200c\u0645")
        == "na\u00efve \U0001f600 \u0646\u200c\u0645"
    )
    assert clean("a\u202eb\ufeff\x07\x1b[0m") == "ab[0m"
    assert clean("a\r\nb\rc\u2028d\x85e") == "a\nb\nc\nd\ne"
    assert clean("\ud800") == "\N{REPLACEMENT CHARACTER}"
    assert not re.search(r"[^\S\n ]", clean("".join(map(chr, range(0x3100)))))
