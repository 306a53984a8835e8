"""Samples of scalars."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdksmith.model.types import Constraints, Scalar, ScalarKind, TypeMeta
from sdksmith.plan.samples.scalars import is_segment, make_scalar

if TYPE_CHECKING:
    pass


@given(
    st.integers(-50, 50),
    st.integers(0, 40),
    st.sampled_from([None, 1, 3, 0.5]),
    st.booleans(),
)
@settings(max_examples=200, deadline=None)
def test_numbers_are_within_their_bounds(
    low: int, width: int, step: float | None, is_exclusive: bool
) -> None:
    high = low + 4 + width
    constraints = Constraints(
        minimum=None if is_exclusive else low,
        exclusive_minimum=low if is_exclusive else None,
        maximum=high,
        multiple_of=step,
    )
    value = make_scalar(Scalar(TypeMeta(""), ScalarKind.NUMBER, "", constraints))
    assert isinstance(value, int | float)
    assert low + is_exclusive * 1e-9 <= value <= high
    assert step is None or value % step == 0


@pytest.mark.parametrize("text", ["", " ", ".", "..", "a/b", "a\\b"])
def test_path_parameter_is_one_segment(text: str) -> None:
    item = Scalar(TypeMeta("", examples=(text,)), ScalarKind.STRING)
    made = make_scalar(item, in_path=True)
    assert isinstance(made, str)
    assert is_segment(made)
    assert re.fullmatch(r"[\w-]+", made)
