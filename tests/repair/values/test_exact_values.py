"""Lossless conversion of values to another type."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.repair.values.exact_values import (
    convert_exactly,
    is_of_type,
    read_boolean,
    read_number,
)
from sdksmith.report.diagnostics import ABSENT

from tests.repair.values.strategies import TYPES, VALUES

if TYPE_CHECKING:
    from sdksmith.json_data import JsonValue


@given(VALUES, st.sampled_from(TYPES))
def test_converted_value_has_the_type(value: JsonValue, type_name: str) -> None:
    converted = convert_exactly(value, type_name)
    if converted is not ABSENT:
        assert is_of_type(converted, type_name)  # type: ignore[arg-type]  # not absent
    if is_of_type(value, type_name):
        assert converted is value


@pytest.mark.parametrize(
    ("text", "number"),
    [("10", 10), (" -3 ", -3), ("1.5", 1.5), ("1e3", 1000), (2.0, 2), ("9" * 40, None)],
)
def test_quoted_numbers_are_converted(text: str, number: float | None) -> None:
    assert read_number(text) == (int("9" * 40) if number is None else number)


@pytest.mark.parametrize("text", ["ten", "", "1,5", "0x10", "1e999", True, None, []])
def test_strings_that_are_not_numbers_are_not_converted(text: JsonValue) -> None:
    assert read_number(text) is ABSENT


@pytest.mark.parametrize(
    ("value", "flag"),
    [("true", True), ("False", False), (1, True), (0, False), ("yes", True)],
)
def test_words_for_booleans_are_converted(value: JsonValue, *, flag: bool) -> None:
    assert read_boolean(value) is flag


@pytest.mark.parametrize("value", ["sometimes", 2, None, [], 1.0])
def test_other_words_are_not_converted_to_booleans(value: JsonValue) -> None:
    assert read_boolean(value) is ABSENT
