"""Validation of strings against their `format`."""

from __future__ import annotations

import pytest
from openapi_schema_validator import OAS30Validator, oas30_format_checker
from sdksmith.repair.values.formats import fits_format

FORMATS = ["date", "date-time", "uuid", "byte", "email", "ipv4", "ipv6", "time"]
TEXTS = [
    *("2020-02-03", "2020-02-30", "20200203", "2020-02-03T04:05:06Z", "YWI=", "a"),
    *("2020-02-03T04:05:06", "2020-02-03 04:05:06.7+01:00", "127.0.0.1", "::1"),
    *("12345678-1234-1234-1234-123456789abc", "x@y", "é", "", "1.2.3"),
    *("04:05:06", "04:05:06Z"),
]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", TEXTS)
def test_formats_are_checked_as_by_the_validator(name: str, text: str) -> None:
    schema = {"type": "string", "format": name}
    judge = OAS30Validator(schema, format_checker=oas30_format_checker)
    try:
        valid = judge.is_valid(text)
    except UnicodeEncodeError:
        # openapi-schema-validator raises for base64 that is not ASCII.
        valid = False
    assert fits_format(text, name) == valid
