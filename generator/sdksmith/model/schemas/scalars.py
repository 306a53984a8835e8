"""Scalar kinds of schemas.

A format must never lose a value. Numbers sent as strings (`string` with `int64` or
`decimal`) remain strings. So does a duration, because no standard Python type represents
its months. A `number` is a float, as in most JSON parsers (RFC 8259, section 6), unless
its format is that of an integer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...json_data import text_of, texts_of
from ..types import ScalarKind

if TYPE_CHECKING:
    from ...json_data import JsonObject

_STRINGS: Final = {
    "date": ScalarKind.DATE,
    "date-time": ScalarKind.DATETIME,
    "datetime": ScalarKind.DATETIME,
    "time": ScalarKind.TIME,
    "duration": ScalarKind.DURATION,
    "uuid": ScalarKind.UUID,
    "guid": ScalarKind.UUID,
    "byte": ScalarKind.BYTES,
    "base64": ScalarKind.BYTES,
    "binary": ScalarKind.BINARY,
    "file": ScalarKind.BINARY,
}
_INTEGER_FORMATS: Final = frozenset({"int32", "int64", "uint32", "uint64", "integer"})
_NUMBER_FORMATS: Final = frozenset({"float", "double", "decimal"})
_STRING_WORDS: Final = ("minLength", "maxLength", "pattern")
_NUMBER_WORDS: Final = ("minimum", "maximum", "multipleOf")
_TEXT_MEDIA: Final = ("text/", "application/json", "application/xml")


def scalar_kind(node: JsonObject) -> ScalarKind | None:
    """Return the kind of a scalar schema; None if the schema is not a scalar.

    For a schema without a type, the kind is derived from its format, or from a keyword
    that applies to one type only.
    """
    types = node.get("type")
    if isinstance(types, list):
        named = [text for text in texts_of(types) if text != "null"]
        types = named[0] if len(named) == 1 else None if named else "null"
        if types is None:
            return None
    kind = _of_type(text_of(types) or _shown_type(node), node)
    if kind is ScalarKind.STRING and _is_bytes(node):
        return ScalarKind.BYTES if "contentEncoding" in node else ScalarKind.BINARY
    return kind


def scalar_format(node: JsonObject) -> str:
    """Return the format of a scalar, or else its `contentEncoding`."""
    declared = text_of(node.get("format")).strip()
    return declared or text_of(node.get("contentEncoding")).strip().lower()


def _of_type(name: str, node: JsonObject) -> ScalarKind | None:
    format_name = text_of(node.get("format")).strip().lower()
    match name:
        case "string":
            return _STRINGS.get(format_name, ScalarKind.STRING)
        case "number":
            # A double cannot represent every int64, so `number` with `int64` means an
            # integer.
            exact = format_name in _INTEGER_FORMATS
            return ScalarKind.INTEGER if exact else ScalarKind.NUMBER
        case "integer":
            return ScalarKind.INTEGER
        case "boolean":
            return ScalarKind.BOOLEAN
        case "null":
            return ScalarKind.NULL
        case "file":
            return ScalarKind.BINARY
        case _:
            return None


def _shown_type(node: JsonObject) -> str:
    format_name = text_of(node.get("format")).strip().lower()
    if format_name in _STRINGS or any(word in node for word in _STRING_WORDS):
        return "string"
    if format_name in _INTEGER_FORMATS:
        return "integer"
    if format_name in _NUMBER_FORMATS or any(word in node for word in _NUMBER_WORDS):
        return "number"
    return "string" if _is_bytes(node) else ""


def _is_bytes(node: JsonObject) -> bool:
    """Return whether a string is binary (JSON Schema 2020-12 Validation, section 8)."""
    encoding = text_of(node.get("contentEncoding")).lower()
    if encoding:
        return encoding in {"base64", "base64url"}
    media_type = text_of(node.get("contentMediaType")).lower()
    return bool(media_type) and not media_type.startswith(_TEXT_MEDIA)
