"""Decoding of JSON numbers with all of their digits."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, cast

import pytest
from pydantic import Field
from runtime import BaseModel
from runtime.encoding.json import encode_json
from runtime.response import types
from runtime.response.references import (
    Exact,
    Formatted,
    ListOf,
    MapOf,
    Nullable,
    TypeRef,
)
from runtime.scalars import DecimalNumber, IntOrFloat

from ..mock_server import make_response
from .decoding import decode as decode_response

DIGITS = "1234567890123456789012.345678901"


class Line(BaseModel):
    rate: DecimalNumber
    share: IntOrFloat | None = None
    inner: Line | None = None
    lines: list[Line] | None = None
    by_day: dict[str, DecimalNumber] | None = Field(default=None, alias="byDay")
    pair: tuple[DecimalNumber, str] | None = None

    __pydantic_extra__: dict[str, DecimalNumber] = Field(init=False)


@pytest.fixture(autouse=True)
def _models(monkeypatch: pytest.MonkeyPatch) -> None:
    load = types.load_type

    def find(ref: TypeRef, models: str) -> Any:
        return Line if ref == Exact("Line") else load(ref, models)

    monkeypatch.setattr(types, "load_type", find)


def decode(ref: TypeRef, text: str) -> Any:
    adapter = types.find_adapter.__wrapped__(Exact(ref), "")
    return cast("Any", adapter.validate_json(text, by_alias=True, by_name=False))


@pytest.mark.parametrize("digits", [DIGITS, "9.90", "1.0", "10", "1E+2", "-0.10"])
def test_digits_are_kept(digits: str) -> None:
    number: TypeRef = Formatted("decimal-number")
    assert str(decode(number, digits)) == digits
    assert str(decode(ListOf(number), f"[{digits}]")[0]) == digits
    assert str(decode(MapOf(number), f'{{"a":{digits}}}')["a"]) == digits


def test_digits_are_kept_at_any_depth_of_a_model() -> None:
    text = (
        f'{{"rate":{DIGITS},"share":0.5,"inner":{{"rate":9.90}},'
        '"lines":[{"rate":1.10}],"byDay":{"a":2.20},"pair":[3.30,"x"],"more":4.40}'
    )
    line = decode("Line", text)
    assert isinstance(line, Line)
    assert repr(line.share) == "0.5"
    assert line.pair == (Decimal("3.30"), "x")
    assert encode_json(line) == text


@pytest.mark.parametrize("ref", [Exact(Nullable("Line")), Nullable("Line")])
def test_an_empty_body_is_null_where_that_is_documented(ref: TypeRef) -> None:
    assert decode_response(ref, make_response(content=b""), validation="strict") is None
