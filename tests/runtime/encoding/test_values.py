"""Conversion of Python values to strings, in each part of a request."""

from __future__ import annotations

from base64 import b64decode, urlsafe_b64decode
from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum, IntEnum
from typing import Any
from urllib.parse import unquote
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter
from runtime.encoding.body import encode_body
from runtime.encoding.headers import encode_header
from runtime.encoding.json import encode_json
from runtime.encoding.path import expand_path
from runtime.encoding.query import encode_pairs
from runtime.encoding.values import (
    encode_base64url,
    format_decimal,
    format_duration,
    to_string,
)
from runtime.operation import Operation

ADAPTER = TypeAdapter[timedelta](timedelta)


class Color(Enum):
    RED = "red"


class Level(IntEnum):
    HIGH = 3


def in_form(value: object) -> str:
    operation: Operation[Any] = Operation(
        "POST", "/", body="application/x-www-form-urlencoded"
    )
    payload = encode_body(operation, {"k": value}, {})
    assert payload is not None
    assert isinstance(payload.content, bytes)
    return unquote(payload.content.decode().removeprefix("k="))


def in_multipart(value: object) -> str:
    operation: Operation[Any] = Operation("POST", "/", body="multipart/form-data")
    payload = encode_body(operation, {"k": value}, {})
    assert payload is not None
    assert not isinstance(payload.content, bytes)
    return b"".join(payload.content).split(b"\r\n\r\n")[1].split(b"\r\n")[0].decode()


def in_text(value: object) -> str:
    operation: Operation[Any] = Operation("POST", "/", body="text/plain")
    payload = encode_body(operation, value, {})
    assert payload is not None
    assert isinstance(payload.content, bytes)
    return payload.content.decode()


PLACES: dict[str, Callable[[object], str]] = {
    "path": lambda value: unquote(expand_path("/{k}", {"k": value}, {})[1:]),
    "query": lambda value: unquote(encode_pairs("k", value)[0].removeprefix("k=")),
    "header": lambda value: encode_header("k", value),
    "cookie": lambda value: encode_pairs("k", value, "cookie*")[0].removeprefix("k="),
    "form": in_form,
    "multipart": in_multipart,
    "text": in_text,
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("a", "a"),
        (True, "true"),
        (False, "false"),
        (10, "10"),
        (Level.HIGH, "3"),
        (10.0, "10"),
        (0.5, "0.5"),
        (1e-7, "1e-07"),
        (Decimal("9.90"), "9.90"),
        (Decimal("123456789012345678901234567890"), "123456789012345678901234567890"),
        (datetime(2024, 1, 2, 3, tzinfo=UTC), "2024-01-02T03:00:00Z"),
        (
            datetime(2024, 1, 2, tzinfo=timezone(timedelta(hours=-3))),
            "2024-01-02T00:00:00-03:00",
        ),
        (date(2024, 1, 2), "2024-01-02"),
        (time(3, 4, 5), "03:04:05"),
        (timedelta(days=1, hours=2, minutes=3, seconds=4.5), "P1DT2H3M4.5S"),
        (UUID(int=1), "00000000-0000-0000-0000-000000000001"),
        (Color.RED, "red"),
    ],
)
def test_a_value_is_the_same_in_every_place(
    place: str, value: object, expected: str
) -> None:
    assert PLACES[place](value) == expected


@pytest.mark.parametrize("place", PLACES)
def test_a_naive_datetime_is_refused_in_every_place(place: str) -> None:
    with pytest.raises(ValueError, match="offset"):
        PLACES[place](datetime(2024, 1, 2))  # noqa: DTZ001 (naive)


@given(st.timedeltas())
def test_durations_are_read_by_pydantic(value: timedelta) -> None:
    text = format_duration(value)
    if "D" not in text or abs(value.days) < 999_999_999:
        assert ADAPTER.validate_python(text) == value


@given(st.decimals(allow_nan=False, allow_infinity=False))
def test_decimals_keep_their_digits(value: Decimal) -> None:
    text = format_decimal(value)
    assert Decimal(text) == value
    assert len(text) < 250


@given(st.binary())
def test_bytes_are_decoded_by_the_standard_library(value: bytes) -> None:
    assert b64decode(to_string(value), validate=True) == value
    assert urlsafe_b64decode(encode_base64url(value, padded=True)) == value
    text = encode_base64url(value)
    assert urlsafe_b64decode(text + "=" * (-len(text) % 4)) == value


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_are_read_as_the_same_number(value: float) -> None:
    assert float(to_string(value)) == value
    assert TypeAdapter(float).validate_json(encode_json(value)) == value
