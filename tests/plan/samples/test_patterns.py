"""Strings that match a pattern."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdksmith.plan.samples.patterns import match_pattern, text_for_pattern

from tests.plan.samples.schemas import sample

if TYPE_CHECKING:
    pass

PATTERNS = [
    r"^[A-Z]{3}-\d{4}$",
    r"^(\+\d{1,3})?\d{7,}$",
    r"^(?=.*[A-Z])(?=.*\d)[A-Za-z\d!]{8,}$",
    r"^#[0-9a-fA-F]{6}$",
    r"^[^/\s]+@[^/\s]+\.[a-z]{2,}$",
    r"^(?:red|green)\.\w+$",
    r"^\/v1\/[\w\-]+$",
    r"^\p{Lu}\p{Ll}+$",
    r"^([a-z])-\1$",
    r"[\u4e00-\u9fa5]{2}",
    r"^$|^\d{5}$",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_sample_matches_its_pattern(pattern: str) -> None:
    validator = jsonschema_rs.Draft202012Validator({"pattern": pattern})
    value = sample({"type": "string", "pattern": pattern})
    assert validator.is_valid(value)
    assert value == sample({"type": "string", "pattern": pattern})


def test_unsatisfiable_and_invalid_patterns_terminate() -> None:
    assert sample({"type": "string", "pattern": "^a(?!.)b$"}) == "x"
    assert text_for_pattern("(" * 500, lambda _: True) is None
    assert match_pattern("(unclosed", "x")


@given(st.text(st.sampled_from("ab1(){}[]|^$\\*+?.,-:=!<>dwsDpuxk"), max_size=20))
@settings(max_examples=300, deadline=None)
def test_string_for_any_pattern_matches_or_is_missing(pattern: str) -> None:
    made = text_for_pattern(pattern, lambda text: match_pattern(pattern, text))
    assert made is None or match_pattern(pattern, made)
