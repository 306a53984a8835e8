"""Interpretation of type names as authors write them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue

JSON_TYPES = frozenset(
    ("string", "number", "integer", "boolean", "array", "object", "null")
)
"""Types of a schema (JSON Schema draft 4, section 3.5)."""

PARAMETER_TYPES = frozenset(("string", "number", "integer", "boolean", "array"))
"""Types of a Swagger 2.0 parameter, header or items object; forms also have `file`."""

UNTYPED = "x-sdksmith-untyped"
"""Extension of a parameter of unknown type, which accepts any scalar or a list."""


class TypeReading(Struct, frozen=True):
    """Type read from a type name.

    Attributes:
        type: Type of JSON Schema.
        format: Format implied by the name, or empty.
        items: Type of the items if the name includes it (`string[]`), or empty.
    """

    type: str
    format: str = ""
    items: str = ""


_WORDS: dict[TypeReading, tuple[str, ...]] = {
    TypeReading("string"): ("string", "strings", "str", "text", "char", "varchar"),
    TypeReading("integer"): ("integer", "integers", "int", "short"),
    TypeReading("integer", "int32"): ("int32",),
    TypeReading("integer", "int64"): ("long", "bigint", "int64"),
    TypeReading("number"): ("number", "numbers", "num", "numeric", "decimal"),
    TypeReading("number", "float"): ("float",),
    TypeReading("number", "double"): ("double",),
    TypeReading("boolean"): ("boolean", "booleans", "bool"),
    TypeReading("array"): ("array", "list", "collection", "set"),
    TypeReading("object"): ("object", "map", "dict", "dictionary", "hash", "hashmap"),
    TypeReading("null"): ("null",),
    TypeReading("string", "date"): ("date",),
    TypeReading("string", "date-time"): ("datetime", "date-time", "date_time"),
    TypeReading("string", "time"): ("time",),
    TypeReading("string", "uuid"): ("uuid", "guid"),
    TypeReading("string", "uri"): ("url", "uri"),
    TypeReading("string", "email"): ("email",),
    TypeReading("string", "password"): ("password",),
    TypeReading("string", "byte"): ("byte",),
    TypeReading("string", "binary"): ("file", "binary"),
}
_READINGS = {word: reading for reading, words in _WORDS.items() for word in words}

_FORMAT_TYPES = {
    "int32": "integer",
    "int64": "integer",
    "float": "number",
    "double": "number",
    "byte": "string",
    "binary": "string",
    "date": "string",
    "date-time": "string",
    "password": "string",
    "uuid": "string",
    "uri": "string",
    "email": "string",
}
_TAG = re.compile(r"<[^<>]*>")
_REMARK = re.compile(r"\s*\([^()]*\)\Z")
_LIST_OF = re.compile(
    r"(?:array|list)(?:\s+of\s+(?P<of>\w+)|\s*[\[<](?P<in>\w+)[\]>])|(?P<each>\w+)\[\]",
    re.IGNORECASE,
)


def read_list(word: str) -> str | None:
    """Return the name of the items in `array[Pet]`, `Pet[]`, `list of Pet`, or None."""
    listed = _LIST_OF.fullmatch(word.strip())
    return (listed["of"] or listed["in"] or listed["each"]) if listed else None


def read_type(word: str) -> TypeReading | None:
    """Return the type that `word` names, or None.

    Case, surrounding spaces, HTML tags (`<td>integer</td>` is a cell of the table that
    a document was scraped from) and a final remark in parentheses are ignored.
    """
    item = read_list(word)
    if item is not None:
        known = _READINGS.get(item.lower())
        return TypeReading("array", items=known.type if known else "")
    plain = _REMARK.sub("", _TAG.sub("", word)).strip()
    return _READINGS.get(plain.lower())


def infer_type(described: JsonObject) -> str | None:
    """Infer the type of a parameter or header from its other keywords, or return None.

    The type of a default is used unless it is a string, because authors also quote
    numbers.
    """
    if "items" in described or "collectionFormat" in described:
        return "array"
    values = described.get("enum")
    if isinstance(values, list) and values:
        types = {_type_of(value) for value in values}
        return types.pop() if len(types) == 1 else None
    format_name = described.get("format")
    if isinstance(format_name, str) and format_name in _FORMAT_TYPES:
        return _FORMAT_TYPES[format_name]
    if "pattern" in described or "maxLength" in described or "minLength" in described:
        return "string"
    inferred = _type_of(described.get("default"))
    return inferred if inferred in {"integer", "number", "boolean", "array"} else None


def _type_of(value: JsonValue) -> str | None:
    match value:
        case bool():
            return "boolean"
        case int():
            return "integer"
        case float():
            return "number"
        case str():
            return "string"
        case list():
            return "array"
        case _:
            return None
