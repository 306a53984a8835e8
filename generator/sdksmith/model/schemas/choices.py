"""Enumerations: `enum`, `const`, and the vendor extensions that name their values."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...json_data import array_of, object_of, text_of, texts_of
from ..types import ScalarKind

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonScalar, JsonValue

_LABELS: Final = ("x-enum-varnames", "x-enumNames")
_DESCRIPTIONS: Final = ("x-enum-descriptions", "x-enumDescriptions")
_NAMES: Final = (*_LABELS, *_DESCRIPTIONS, "x-ms-enum")


_JSON_TYPES: Final[dict[type, str]] = {
    dict: "object",
    list: "array",
    str: "string",
    bool: "boolean",
    int: "integer",
    float: "number",
}


class _Value(Struct, frozen=True):
    value: JsonScalar
    label: str
    description: str


class Values(Struct, frozen=True):
    """The distinct values of an enumeration, without null."""

    kind: ScalarKind
    values: tuple[JsonScalar, ...]
    labels: tuple[str, ...]
    descriptions: tuple[str, ...]


def lists_values(node: JsonObject) -> bool:
    """Return whether a schema lists its values."""
    return "const" in node or bool(array_of(node.get("enum")))


def listed_types(node: JsonObject) -> list[str]:
    """Return the JSON types of the values that a schema lists, without null."""
    raw = [node["const"]] if "const" in node else array_of(node.get("enum"))
    found = (_JSON_TYPES.get(type(value)) for value in raw)
    return list(dict.fromkeys(name for name in found if name is not None))


def spread_values(node: JsonObject) -> JsonObject:
    """Return an array schema with its scalar `enum` moved to its items.

    An array cannot be equal to a scalar, so an author who lists scalars means the items.
    """
    listed = array_of(node.get("enum"))
    items = node.get("items", {})
    if not listed or not isinstance(items, dict) or lists_values(items):
        return node
    if any(isinstance(value, dict | list) for value in listed):
        return node
    narrowed: JsonObject = {**items, "enum": listed}
    return {**node, "items": narrowed}


def merge_members(node: JsonObject, members: list[JsonObject]) -> JsonObject | None:
    """Return a union of listed values as one enumeration schema, else None.

    JSON Schema has no keywords for the name and description of a value, so authors write
    `oneOf: [{const: 1, title: Red}, ...]` (OpenAPI 3.1.1, section 4.8.24.3).
    """
    values: list[JsonValue] = []
    labels: list[JsonValue] = []
    texts: list[JsonValue] = []
    for member in members:
        if not lists_values(member) or "$ref" in member:
            return None
        own = [member["const"]] if "const" in member else array_of(member.get("enum"))
        values += own
        labels += [member.get("title", "") if len(own) == 1 else ""] * len(own)
        texts += [member.get("description", "") if len(own) == 1 else ""] * len(own)
    merged = {key: node[key] for key in node if key not in {"oneOf", "anyOf"}}
    types = [member.get("type") for member in members]
    if "type" not in merged and types and all(name == types[0] for name in types):
        merged["type"] = types[0]
    named: JsonObject = {"x-enum-varnames": labels, "x-enum-descriptions": texts}
    enumeration: JsonObject = {**merged, "enum": values, **named}
    found = read_values(enumeration)
    return None if found is None or found.kind is ScalarKind.ANY else enumeration


def read_values(node: JsonObject) -> Values | None:
    """Return the values that a schema lists.

    A value of another type than the schema's, such as `"1"` in an enumeration of integers
    or a bare `yes` among strings, is converted to the type of the schema.

    Returns:
        None if the schema lists no value besides null, or if it lists an array or an
        object: such values are described by their types only.
    """
    raw = [node["const"]] if "const" in node else array_of(node.get("enum"))
    if any(isinstance(value, dict | list) for value in raw):
        return None
    types = node.get("type")
    named = [types] if isinstance(types, str) else texts_of(types)
    only = [name for name in named if name != "null"]
    is_named = any(key in node for key in _NAMES)
    entries = _microsoft_entries(node)
    found: dict[tuple[type, JsonScalar], _Value] = {}
    for index, value in enumerate(raw):
        if value is None or isinstance(value, dict | list):
            continue
        converted = _convert(value, only[0]) if len(only) == 1 else value
        # True equals 1 in Python, but not in JSON.
        key = (type(converted), converted)
        if key not in found:
            label = _label(node, entries, index, value) if is_named else ""
            text = _description(node, entries, index, value) if is_named else ""
            found[key] = _Value(converted, label, text)
    if not found:
        return None
    items = found.values()
    return Values(
        _kind([item.value for item in items]),
        tuple(item.value for item in items),
        tuple(item.label for item in items),
        tuple(item.description for item in items),
    )


def _convert(value: JsonScalar, name: str) -> JsonScalar:
    """Convert a value to the JSON type `name` if that is exact, else return it as is."""
    if name == "string":
        if isinstance(value, bool):
            return "true" if value else "false"
        return value if isinstance(value, str) or value is None else str(value)
    if name == "boolean" and value in ("true", "false"):
        return value == "true"
    if name == "number" and isinstance(value, int) and not isinstance(value, bool):
        return value
    if name in {"integer", "number"} and isinstance(value, str):
        return _number(value, name)
    if name == "integer" and isinstance(value, float) and value.is_integer():
        return int(value)
    return value


def _number(text: str, name: str) -> JsonScalar:
    try:
        number = int(text) if name == "integer" else float(text)
    except ValueError:
        return text
    return number if str(number) == text else text


def _kind(values: list[JsonScalar]) -> ScalarKind:
    """Return the scalar kind of all values; `ANY` if they are of several kinds."""
    kinds = {type(value) for value in values}
    if kinds == {str}:
        return ScalarKind.STRING
    if kinds == {bool}:
        return ScalarKind.BOOLEAN
    if kinds == {int}:
        return ScalarKind.INTEGER
    return ScalarKind.NUMBER if kinds <= {int, float} else ScalarKind.ANY


_Entries = dict["JsonScalar", "JsonObject"]


def _label(node: JsonObject, entries: _Entries, index: int, value: JsonScalar) -> str:
    for key in _LABELS:
        text = _at(node.get(key), index, value)
        if text:
            return text
    return text_of(entries.get(value, {}).get("name"))


def _description(
    node: JsonObject, entries: _Entries, index: int, value: JsonScalar
) -> str:
    for key in _DESCRIPTIONS:
        text = _at(node.get(key), index, value)
        if text:
            return text
    return text_of(entries.get(value, {}).get("description"))


def _at(listed: JsonValue, index: int, value: JsonScalar) -> str:
    """Return the string for a value, from a list by position or from a map by value."""
    if isinstance(listed, dict):
        return text_of(listed.get(str(value)))
    return text_of(array_of(listed)[index]) if index < len(array_of(listed)) else ""


def _microsoft_entries(node: JsonObject) -> _Entries:
    """Return the entries of `x-ms-enum` by value."""
    entries: _Entries = {}
    for item in array_of(object_of(node.get("x-ms-enum")).get("values")):
        entry = object_of(item)
        value = entry.get("value")
        if "value" in entry and not isinstance(value, dict | list):
            entries.setdefault(value, entry)
    return entries
