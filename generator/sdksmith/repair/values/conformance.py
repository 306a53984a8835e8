"""Validation of default values against a schema: a subset of JSON Schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...json_data import array_of, object_of
from .exact_values import is_of_type
from .formats import fits_format
from .patterns import is_python_pattern, matches_pattern

if TYPE_CHECKING:
    from ...json_data import JsonArray, JsonObject, JsonValue
    from ..engine.context import Context

_DEPTH: Final = 24
"""Maximum depth to which values and schemas are checked; deeper values are accepted."""


def conforms(
    value: JsonValue, schema: JsonValue, document: Context, depth: int = _DEPTH
) -> bool:
    """Return whether `value` is valid for a schema, or for a Swagger 2.0 parameter.

    The checks are those of openapi-spec-validator for defaults: the keywords of JSON
    Schema draft 4, following references. `oneOf`, `anyOf` and `not` are not checked.
    """
    if not isinstance(schema, dict) or not depth:
        return True
    ref = schema.get("$ref")
    if isinstance(ref, str):
        return conforms(value, document.resolve(ref), document, depth - 1)
    if not _is_of_types(value, schema):
        return False
    values = schema.get("enum")
    if isinstance(values, list) and not any(are_equal(value, one) for one in values):
        return False
    return (
        fits_format(value, schema.get("format"))
        and _is_within(value, schema)
        and all(
            conforms(value, part, document, depth - 1)
            for part in array_of(schema.get("allOf"))
        )
        and _parts_conform(value, schema, document, depth - 1)
    )


def are_equal(one: JsonValue, other: JsonValue) -> bool:
    """Return whether two values are equal in JSON, where `true` differs from 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        return len(one) == len(other) and all(are_equal(a, b) for a, b in pairs)
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(
            are_equal(one[k], other[k]) for k in one
        )
    return one == other


def _is_of_types(value: JsonValue, schema: JsonObject) -> bool:
    written = schema.get("type")
    if value is None and schema.get("nullable") is True:
        return True
    if isinstance(written, list):
        return any(isinstance(t, str) and is_of_type(value, t) for t in written)
    return not isinstance(written, str) or is_of_type(value, written)


def _is_within(value: JsonValue, schema: JsonObject) -> bool:
    """Return whether a value satisfies the limits that apply to its type."""
    if isinstance(value, str):
        pattern = schema.get("pattern")
        return _has_size(len(value), schema, "Length") and (
            not isinstance(pattern, str)
            or not is_python_pattern(pattern)
            or matches_pattern(value, pattern)
        )
    if isinstance(value, list):
        repeated = schema.get("uniqueItems") is True and _has_duplicates(value)
        return _has_size(len(value), schema, "Items") and not repeated
    if isinstance(value, dict):
        return _has_size(len(value), schema, "Properties")
    if isinstance(value, bool) or value is None:
        return True
    return _is_in_range(value, schema)


def _is_in_range(value: float, schema: JsonObject) -> bool:
    low, high = _number(schema, "minimum"), _number(schema, "maximum")
    exclusive_low, exclusive_high = schema.get("exclusiveMinimum"), schema.get(
        "exclusiveMaximum"
    )
    step = _number(schema, "multipleOf")
    return not (
        (low is not None and (value < low or (exclusive_low is True and value == low)))
        or (
            high is not None
            and (value > high or (exclusive_high is True and value == high))
        )
        or (is_of_type(exclusive_low, "number") and value <= float(str(exclusive_low)))
        or (
            is_of_type(exclusive_high, "number") and value >= float(str(exclusive_high))
        )
        or (step and abs(value / step - round(value / step)) > 1e-9)
    )


def _parts_conform(
    value: JsonValue, schema: JsonObject, document: Context, depth: int
) -> bool:
    if isinstance(value, list):
        items = schema.get("items")
        return all(conforms(item, items, document, depth) for item in value)
    if not isinstance(value, dict):
        return True
    properties = object_of(schema.get("properties"))
    others = schema.get("additionalProperties")
    for name, part in value.items():
        if name in properties:
            if not conforms(part, properties[name], document, depth):
                return False
        elif others is False or not conforms(part, others, document, depth):
            return False
    return all(name in value for name in array_of(schema.get("required")))


def _has_size(size: int, schema: JsonObject, noun: str) -> bool:
    low, high = _number(schema, f"min{noun}"), _number(schema, f"max{noun}")
    return (low is None or size >= low) and (high is None or size <= high)


def _number(schema: JsonObject, key: str) -> int | float | None:
    value = schema.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return value


def _has_duplicates(values: JsonArray) -> bool:
    return any(
        are_equal(one, other)
        for index, one in enumerate(values)
        for other in values[index + 1 :]
    )
