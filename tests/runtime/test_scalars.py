"""Types of fields whose JSON differs from that of their Python type."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError
from runtime import BaseModel
from runtime.encoding.json import encode_json
from runtime.scalars import (
    Base64Bytes,
    Base64UrlBytes,
    DecimalNumber,
    DecimalString,
    IntOrFloat,
    ISODuration,
    PaddedBase64UrlBytes,
)


class Values(BaseModel):
    data: Base64Bytes | None = None
    url: Base64UrlBytes | None = None
    padded: PaddedBase64UrlBytes | None = None
    price: DecimalString | None = None
    rate: DecimalNumber | None = None
    pause: ISODuration | None = None
    share: IntOrFloat | None = None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"data":"//4="}', b"\xff\xfe"),
        ('{"url":"__4"}', b"\xff\xfe"),
        ('{"padded":"__4="}', b"\xff\xfe"),
        ('{"price":"9.90"}', Decimal("9.90")),
        ('{"rate":10}', Decimal(10)),
        ('{"pause":"P1DT2H3M4.5S"}', timedelta(days=1, hours=2, minutes=3, seconds=4.5)),
        ('{"pause":"P1Y2M"}', "P1Y2M"),
        ('{"share":10}', 10),
        ('{"share":0.5}', 0.5),
    ],
)  # fmt: skip
def test_fields_are_read_and_written(text: str, value: object) -> None:
    model = Values.model_validate_json(text)
    (name,) = model.model_fields_set
    assert repr(getattr(model, name)) == repr(value)
    assert encode_json(model) == text
    assert model.to_json() == text
    # Without a conversion to JSON, the values are those of the fields.
    assert model.model_dump(exclude_unset=True) == {name: value}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("P2W", timedelta(weeks=2)),
        ("-P1DT1S", timedelta(days=-1, seconds=-1)),
        ("PT36H", timedelta(hours=36)),
        ("PT0.000001S", timedelta(microseconds=1)),
        ("PT0.0000001S", "PT0.0000001S"),
        ("P9999999999D", "P9999999999D"),
        ("P1M", "P1M"),
        ("P0.5D", "P0.5D"),
    ],
)
def test_durations_of_a_fixed_length_are_timedeltas(text: str, value: object) -> None:
    adapter = TypeAdapter[object](ISODuration)
    assert adapter.validate_python(text) == value


@pytest.mark.parametrize("text", ["", "1_000", " 1.0", "1,5", "abc", "NaN", "--"])
def test_text_that_is_not_a_decimal_does_not_match(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter[object](DecimalString).validate_python(text)


@pytest.mark.parametrize("text", ["", "P", "PT", "-P", "5 minutes", "1:00", "P1DT"])
def test_text_that_is_not_a_duration_does_not_match(text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter[object](ISODuration).validate_python(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"data":"//4=","url":"__4","padded":"__4="}',
        '{"price":"9.90","rate":9.90,"pause":"P1D","share":1.5}',
        '{"rate":10,"pause":"P1M","share":10}',
    ],
)
def test_values_of_their_types_are_valid_in_strict_mode(text: str) -> None:
    Values.model_validate_json(text, strict=True)


@pytest.mark.parametrize(
    "text",
    [
        '{"data":1}',
        '{"price":true}',
        '{"rate":true}',
        '{"rate":"x"}',
        '{"pause":12}',
        '{"share":"1"}',
        '{"share":true}',
    ],
)
def test_values_of_other_types_are_invalid_in_strict_mode(text: str) -> None:
    with pytest.raises(ValidationError):
        Values.model_validate_json(text, strict=True)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (Decimal("9.90"), "9.9"),
        (Decimal("10"), "10"),
        (Decimal("0.12345678901234567890123"), '"0.12345678901234567890123"'),
    ],
)
def test_decimal_numbers_in_to_json(value: Decimal, text: str) -> None:
    model = Values(rate=value)
    assert model.to_json() == f'{{"rate":{text}}}'
    assert encode_json(model) == f'{{"rate":{value}}}'


def test_values_that_do_not_match_are_sent_back_unchanged() -> None:
    names: Any = ("data", "url", "padded", "price", "rate", "pause", "share")
    given: dict[str, Any] = dict.fromkeys(names, "?")
    model = Values.model_construct(**given)
    assert encode_json(model) == encode_json(given)
    assert model.to_dict() == given
