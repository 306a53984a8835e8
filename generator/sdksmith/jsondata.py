"""The type of parsed JSON, shared by every stage that reads a document."""

from __future__ import annotations

from typing import TypeAlias

JsonScalar: TypeAlias = str | int | float | bool | None
JsonValue: TypeAlias = "JsonScalar | list[JsonValue] | dict[str, JsonValue]"
JsonObject: TypeAlias = dict[str, JsonValue]
JsonArray: TypeAlias = list[JsonValue]
Container: TypeAlias = JsonObject | JsonArray


def object_of(value: JsonValue) -> JsonObject:
    """Return `value` when it is an object, else an empty one: not what it should be."""
    return value if isinstance(value, dict) else {}


def array_of(value: JsonValue) -> JsonArray:
    """Return `value` when it is an array, else an empty one."""
    return value if isinstance(value, list) else []


def text_of(value: JsonValue) -> str:
    """Return `value` when it is a string, else an empty one."""
    return value if isinstance(value, str) else ""


def texts_of(value: JsonValue) -> list[str]:
    """Return the strings of `value` when it is an array, else none."""
    return [item for item in array_of(value) if isinstance(item, str)]
