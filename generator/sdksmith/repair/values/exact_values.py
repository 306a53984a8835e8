"""Lossless conversion of values to another type, such as of quoted numbers."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

from ...report.diagnostics import ABSENT, Absent

if TYPE_CHECKING:
    from ...json_data import JsonValue

_INTEGER = re.compile(r"[+-]?\d{1,40}")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_BOOLEANS = {"true": True, "false": False, "yes": True, "no": False}


def is_of_type(value: JsonValue, type_name: str) -> bool:
    """Return whether `value` is of a JSON Schema type, as defined for Swagger 2.0.

    An integer must be written without a fraction part: `1.0` is not an integer (JSON
    Schema draft 4, section 3.5). Any value is of an unknown type.
    """
    match type_name:
        case "string":
            return isinstance(value, str)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "number":
            return isinstance(value, int | float) and not isinstance(value, bool)
        case "boolean":
            return isinstance(value, bool)
        case "array":
            return isinstance(value, list)
        case "object":
            return isinstance(value, dict)
        case "null":
            return value is None
        case _:
            return True


def read_boolean(value: JsonValue) -> bool | Absent:
    """Return the boolean that `value` represents, or `ABSENT`."""
    if isinstance(value, bool):
        return value
    if isinstance(value, str):
        return _BOOLEANS.get(value.strip().lower(), ABSENT)
    if isinstance(value, int) and value in (0, 1):
        return bool(value)
    return ABSENT


def read_number(value: JsonValue) -> int | float | Absent:
    """Return the finite number that `value` represents, or `ABSENT`.

    Numbers without a fraction are returned as integers: `"10"` and `10.0` are both 10.
    """
    if isinstance(value, bool):
        return ABSENT
    if isinstance(value, str):
        text = value.strip()
        if _INTEGER.fullmatch(text):
            return int(text)
        value = float(text) if _NUMBER.fullmatch(text) else None
    if isinstance(value, float):
        if not math.isfinite(value):
            return ABSENT
        return int(value) if value.is_integer() else value
    return value if isinstance(value, int) else ABSENT


def convert_exactly(value: JsonValue, type_name: str) -> JsonValue | Absent:
    """Convert `value` to a type if this is possible without loss.

    Returns:
        The converted value; `value` itself if it is already of the type; `ABSENT` if it
        cannot be converted.
    """
    if is_of_type(value, type_name):
        return value
    match type_name:
        case "integer":
            number = read_number(value)
            return number if isinstance(number, int) else ABSENT
        case "number":
            return read_number(value)
        case "boolean":
            return read_boolean(value)
        case "string":
            return to_string(value)
        case _:
            return ABSENT


def to_string(value: JsonValue) -> str | Absent:
    """Return a scalar as a string, as its author would write it, or `ABSENT`."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return str(value)
    return value if isinstance(value, str) else ABSENT
