"""Serialization of values outside of JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.api import Style
from sdksmith.plan.smoke.source import styled_pairs

if TYPE_CHECKING:
    from sdksmith.json_data import JsonValue


@pytest.mark.parametrize(
    ("value", "style", "explode", "pairs"),
    [
        ([None], Style.FORM, True, []),
        ([None], Style.FORM, False, []),
        (["a", None, "b"], Style.FORM, True, [("x", "a"), ("x", "b")]),
        (["a", None, "b"], Style.PIPE, False, [("x", "a|b")]),
        ({"a": None, "b": 1}, Style.FORM, True, [("b", "1")]),
        ({"a": None, "b": 1}, Style.FORM, False, [("x", "b,1")]),
        ({"a": None, "b": 1}, Style.DEEP, True, [("x[b]", "1")]),
    ],
)
def test_nulls_are_dropped(
    value: JsonValue, style: Style, explode: bool, pairs: list[tuple[str, str]]
) -> None:
    assert styled_pairs("x", value, style, explode=explode) == pairs
