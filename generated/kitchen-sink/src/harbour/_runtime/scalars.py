"""Types of fields whose JSON differs from that of their Python type."""

from __future__ import annotations

import re
from base64 import b64decode
from datetime import timedelta
from decimal import Decimal, InvalidOperation
from typing import Annotated, Any, Final, TypeAlias

from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    PlainSerializer,
    SerializationInfo,
)
from pydantic_core import core_schema

from .encoding.values import (
    FOR_REQUEST,
    encode_base64,
    encode_base64url,
    format_decimal,
    format_duration,
)

# ISO 8601-1, section 5.5.2.
_ANY_DURATION: Final = re.compile(
    r"-?P(?=.)(\d+([.,]\d+)?[YMWD])*(T(?=.)(\d+([.,]\d+)?[HMS])*)?"
)
# Without the parts whose length varies: years and months.
_DURATION: Final = re.compile(
    r"(-)?P(?:(\d+)W|(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d{1,6})?)S)?)?)"
)


def _is_json(info: SerializationInfo) -> bool:
    return info.mode == "json" or info.context is FOR_REQUEST


def _decode_base64(value: object) -> object:
    if not isinstance(value, str):
        return value
    # Both alphabets (RFC 4648, sections 4 and 5), padded or not, in lines or not.
    text = "".join(value.split()).replace("-", "+").replace("_", "/").rstrip("=")
    return b64decode(text + "=" * (-len(text) % 4), validate=True)


# A value that does not have the Python type of its field did not match its schema. The
# serializers below return it unchanged.


def _serialize_base64(value: object, info: SerializationInfo) -> object:
    if isinstance(value, bytes) and _is_json(info):
        return encode_base64(value)
    return value


def _serialize_base64url(value: object, info: SerializationInfo) -> object:
    if isinstance(value, bytes) and _is_json(info):
        return encode_base64url(value)
    return value


def _serialize_padded(value: object, info: SerializationInfo) -> object:
    if isinstance(value, bytes) and _is_json(info):
        return encode_base64url(value, padded=True)
    return value


Base64Bytes: TypeAlias = Annotated[
    bytes, BeforeValidator(_decode_base64), PlainSerializer(_serialize_base64)
]
"""Bytes that are a base64 string in JSON (`format: byte`).

Both base64 alphabets are decoded (RFC 4648, sections 4 and 5), with or without padding
and line breaks. The standard alphabet is used for encoding."""

Base64UrlBytes: TypeAlias = Annotated[
    bytes, BeforeValidator(_decode_base64), PlainSerializer(_serialize_base64url)
]
"""Bytes that are a base64url string in JSON (`contentEncoding: base64url`).

It differs from `Base64Bytes` in that the URL-safe alphabet is used for encoding, without
padding (RFC 4648, section 5)."""

PaddedBase64UrlBytes: TypeAlias = Annotated[
    bytes, BeforeValidator(_decode_base64), PlainSerializer(_serialize_padded)
]
"""Bytes that are a padded base64url string in JSON (`format: base64url`)."""


def _parse_duration(value: object) -> object:
    """Return a duration as a timedelta, or unchanged if it has years or months."""
    if not isinstance(value, str):
        return value
    if not _ANY_DURATION.fullmatch(value):
        raise ValueError("not a duration")
    match = _DURATION.fullmatch(value)
    if match is None:
        return value
    sign, weeks, days, hours, minutes, seconds = match.groups()
    try:
        length = timedelta(
            weeks=int(weeks or 0),
            days=int(days or 0),
            hours=int(hours or 0),
            minutes=int(minutes or 0),
            # Not as a float, which has too few digits for microseconds.
            microseconds=int(Decimal(seconds or 0) * 1_000_000),
        )
    except OverflowError:
        return value
    return -length if sign else length


def _serialize_duration(value: object, info: SerializationInfo) -> object:
    if isinstance(value, timedelta) and _is_json(info):
        return format_duration(value)
    return value


ISODuration: TypeAlias = Annotated[
    timedelta | str,
    BeforeValidator(_parse_duration),
    PlainSerializer(_serialize_duration),
]
"""Duration (`format: duration`), written as `P1DT2H3M4.5S`.

A duration with years or months is a string, because their length varies. So is one with
more digits than a timedelta has."""


def _parse_decimal(value: object) -> object:
    # pydantic would remove white space and underscores.
    if not isinstance(value, str):
        return value
    if not re.fullmatch(r"[-+0-9.eE]+", value):
        raise ValueError("not a decimal number")
    try:
        return Decimal(value)  # strict validation accepts nothing else here
    except InvalidOperation as error:
        raise ValueError("not a decimal number") from error


def _serialize_decimal_string(value: object, info: SerializationInfo) -> object:
    if isinstance(value, Decimal) and _is_json(info):
        return format_decimal(value)
    return value


def _serialize_decimal_number(value: object, info: SerializationInfo) -> object:
    """Return the JSON number; in a request, a Decimal, which keeps all digits."""
    if not isinstance(value, Decimal) or info.mode != "json" or not value.is_finite():
        return value
    if value == value.to_integral_value() and value.as_tuple().exponent == 0:
        return int(value)
    number = float(value)
    return number if Decimal(repr(number)) == value else format_decimal(value)


DecimalString: TypeAlias = Annotated[
    Decimal, BeforeValidator(_parse_decimal), PlainSerializer(_serialize_decimal_string)
]
"""Decimal that is a string in JSON (`type: string`, `format: decimal`).

All digits are kept, including trailing zeros."""

DecimalNumber: TypeAlias = Annotated[
    Decimal, PlainSerializer(_serialize_decimal_number)
]
"""Decimal that is a number in JSON (`type: number`, `format: decimal`).

All digits are kept in responses and requests. `to_dict` and `to_json` return a string if
a float cannot represent the value."""


class _IntOrFloatSchema:
    """Annotation of `IntOrFloat`."""

    @staticmethod
    def __get_pydantic_core_schema__(
        source: Any, handler: GetCoreSchemaHandler
    ) -> core_schema.CoreSchema:
        return core_schema.union_schema(
            [core_schema.int_schema(strict=True), handler(source)],
            mode="left_to_right",
        )


IntOrFloat: TypeAlias = Annotated[float, _IntOrFloatSchema]
"""Number (`type: number`). A JSON integer is decoded to an int, as in `json.loads`."""
