"""Types of parsed JSON, shared by all stages that read a document."""

from __future__ import annotations

from typing import TypeAlias

JsonScalar: TypeAlias = str | int | float | bool | None
JsonValue: TypeAlias = JsonScalar | list["JsonValue"] | dict[str, "JsonValue"]
JsonObject: TypeAlias = dict[str, JsonValue]
JsonArray: TypeAlias = list[JsonValue]
Container: TypeAlias = JsonObject | JsonArray


def object_of(value: JsonValue) -> JsonObject:
    """Return `value` if it is an object, otherwise an empty object."""
    return value if isinstance(value, dict) else {}


def array_of(value: JsonValue) -> JsonArray:
    """Return `value` if it is an array, otherwise an empty array."""
    return value if isinstance(value, list) else []


def text_of(value: JsonValue) -> str:
    """Return `value` if it is a string, otherwise an empty string."""
    return value if isinstance(value, str) else ""


def texts_of(value: JsonValue) -> list[str]:
    """Return the strings in `value` if it is an array, otherwise an empty list."""
    return [item for item in array_of(value) if isinstance(item, str)]
