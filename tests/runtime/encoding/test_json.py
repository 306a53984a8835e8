"""Encoding of values as JSON."""

from __future__ import annotations

import json
from collections import UserDict
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from runtime.encoding.json import encode_json
from runtime.omission import omit

from ..sample_models import Cat, Dog, Everything, Label


class Color(Enum):
    RED = "red"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ({"a": 1, "b": None}, '{"a":1,"b":null}'),
        ({"ü": "é"}, '{"ü":"é"}'),
        ({"at": datetime(2024, 1, 2, tzinfo=UTC)}, '{"at":"2024-01-02T00:00:00Z"}'),
        ([UUID(int=0)], '["00000000-0000-0000-0000-000000000000"]'),
        (b"\xfb", '"+w=="'),
        (Color.RED, '"red"'),
        ((1, 2), "[1,2]"),
        ({2, 10}, "[10,2]"),
        (UserDict({"a": UserDict({"b": 1})}), '{"a":{"b":1}}'),
        ((n for n in (1, 2)), "[1,2]"),
        (Decimal("10"), "10"),
        (Decimal("1E+3"), "1000"),
        (Decimal("12345678901234567890"), "12345678901234567890"),
        (Decimal("19.99"), "19.99"),
        (Decimal("-0.5"), "-0.5"),
        (Label(text="x"), '{"text":"x"}'),
        ({"pet": Dog.model_validate({"kind": "dog", "bark": "b", "class": "c"})},
         '{"pet":{"kind":"dog","bark":"b","class":"c"}}'),
    ],
)  # fmt: skip
def test_values_are_encoded_as_json(value: object, expected: str) -> None:
    assert encode_json(value) == expected


def test_omitted_values_are_removed_at_any_depth() -> None:
    cat = Cat(kind="cat", lives=9)
    value = {
        "a": omit,
        "b": {"c": omit, "d": [1, omit, {"e": omit}]},
        "cat": cat,
        "when": datetime(2024, 1, 2, tzinfo=UTC),
        "set": frozenset({"y", "x"}),
    }
    assert json.loads(encode_json(value)) == {
        "b": {"d": [1, {}]},
        "cat": {"kind": "cat", "lives": 9},
        "when": "2024-01-02T00:00:00Z",
        "set": ["x", "y"],
    }


def test_a_model_is_encoded_as_it_was_received() -> None:
    document = {
        "text": "t",
        "blob": "+/8=",
        "number": "not a number",
        "unknown": {"deep": [1]},
        "when": "2024-01-02T03:04:05Z",
    }
    model = Everything.model_validate_json(json.dumps({**document, "number": 1}))
    model.number = "not a number"  # type: ignore[assignment]  # as the lenient path does
    assert json.loads(encode_json(model)) == document


@pytest.mark.parametrize(
    "value", [float("nan"), float("-inf"), Decimal("NaN"), Decimal("Infinity")]
)
def test_numbers_that_are_not_finite_are_rejected(value: object) -> None:
    with pytest.raises(ValueError, match=r"not JSON compliant|not a finite number"):
        encode_json({"a": [value]})


@pytest.mark.parametrize(
    "digits", ["9.90", "0.12345678901234567890123", "-1.0", "1E+200", "1234567890.0"]
)
def test_a_decimal_keeps_its_digits(digits: str) -> None:
    text = encode_json({"a": [Decimal(digits)]})
    read = json.loads(text, parse_float=Decimal)["a"][0]
    assert (read, str(read)) == (Decimal(digits), digits)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ([10.0, 0.5, -0.0, 1e22], "[10,0.5,-0,1e+22]"),
        ({"version": "1.0", "n": 1}, '{"version":"1.0","n":1}'),
        ({date(2024, 5, 6): 1}, '{"2024-05-06":1}'),
        ({UUID(int=0): 1, Color.RED: 2}, f'{{"{UUID(int=0)}":1,"red":2}}'),
        ({10: 1, 2.0: 2, True: 3}, '{"10":1,"2":2,"true":3}'),
        ({"a": {date(2024, 5, 6): 1.0, "b": None}}, '{"a":{"2024-05-06":1,"b":null}}'),
        ({"t": timedelta(days=1, hours=2)}, '{"t":"P1DT2H"}'),
        ([iter([1.0, Decimal("2.0")])], "[[1,2.0]]"),
    ],
)
def test_numbers_and_keys_are_encoded_like_parameters(
    value: object, expected: str
) -> None:
    assert encode_json(value) == expected


def test_a_naive_datetime_is_rejected() -> None:
    with pytest.raises(ValueError, match="offset"):
        encode_json({"at": datetime(2024, 1, 2)})  # noqa: DTZ001 (naive)


@pytest.mark.parametrize("value", [object(), {"a": object()}, {(1, 2): 3}])
def test_values_that_cannot_be_encoded_are_rejected(value: object) -> None:
    with pytest.raises(TypeError):
        encode_json(value)


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_any_decimal_is_encoded_exactly(value: Decimal) -> None:
    text = encode_json(value)
    assert json.loads(text, parse_float=Decimal, parse_int=Decimal) == value
