"""Scalar kinds of schemas.

A format must never lose a value. Integers sent as strings (`string` with `int64`) remain
strings. A `number` is a float, as in most JSON parsers (RFC 8259, section 6), unless its
format is that of an integer or `decimal`.
"""

from __future__ import annotations

from functools import lru_cache
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
    # Pydantic requires the padding, and is the main source of this format.
    "base64url": ScalarKind.PADDED_BASE64URL,
    "decimal": ScalarKind.DECIMAL,
    "decimal128": ScalarKind.DECIMAL,
    "binary": ScalarKind.BINARY,
    "file": ScalarKind.BINARY,
}
_INTEGER_FORMATS: Final = frozenset({"int32", "int64", "uint32", "uint64", "integer"})
_DECIMAL_FORMATS: Final = frozenset({"decimal", "decimal128"})
_NUMBER_FORMATS: Final = frozenset({"float", "double"}) | _DECIMAL_FORMATS
_ENCODINGS: Final = {
    "base64": ScalarKind.BYTES,
    # RFC 4648, section 5: the padding is usually omitted in this alphabet.
    "base64url": ScalarKind.BASE64URL,
}
_STRING_WORDS: Final = ("minLength", "maxLength", "pattern")
_NUMBER_WORDS: Final = ("minimum", "maximum", "multipleOf")
_TEXT_MEDIA: Final = ("text/", "application/json", "application/xml")
_CONTENT_WORDS: Final = frozenset({"contentEncoding", "contentMediaType"})


def read_scalar(node: JsonObject) -> tuple[ScalarKind | None, str]:
    """Return the kind and the format of a schema. See the functions below.

    The kind of most scalars depends on two strings, of which a document has few pairs.
    """
    name, format_name = node.get("type"), node.get("format", "")
    if (
        isinstance(name, str)
        and name
        and isinstance(format_name, str)
        and _CONTENT_WORDS.isdisjoint(node)
    ):
        return _read_strings(name, format_name)
    return scalar_kind(node), scalar_format(node)


@lru_cache(maxsize=1024)
def _read_strings(name: str, format_name: str) -> tuple[ScalarKind | None, str]:
    node: JsonObject = {"type": name, "format": format_name}
    return scalar_kind(node), scalar_format(node)


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
        return _ENCODINGS.get(_encoding(node), ScalarKind.BINARY)
    return kind


def _encoding(node: JsonObject) -> str:
    return text_of(node.get("contentEncoding")).strip().lower()


def scalar_format(node: JsonObject) -> str:
    """Return the format of a scalar, or else its `contentEncoding`."""
    declared = text_of(node.get("format")).strip()
    return declared or _encoding(node)


def _of_type(name: str, node: JsonObject) -> ScalarKind | None:
    format_name = text_of(node.get("format")).strip().lower()
    match name:
        case "string":
            return _STRINGS.get(format_name, ScalarKind.STRING)
        case "number":
            # A double cannot represent every int64, so `number` with `int64` means an
            # integer.
            if format_name in _INTEGER_FORMATS:
                return ScalarKind.INTEGER
            is_decimal = format_name in _DECIMAL_FORMATS
            return ScalarKind.DECIMAL_NUMBER if is_decimal else ScalarKind.NUMBER
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
    if (format_name in _STRINGS and format_name not in _NUMBER_FORMATS) or any(
        word in node for word in _STRING_WORDS
    ):
        return "string"
    if format_name in _INTEGER_FORMATS:
        return "integer"
    if format_name in _NUMBER_FORMATS or any(word in node for word in _NUMBER_WORDS):
        return "number"
    return "string" if _is_bytes(node) else ""


def _is_bytes(node: JsonObject) -> bool:
    """Return whether a string is binary (JSON Schema 2020-12 Validation, section 8)."""
    encoding = _encoding(node)
    if encoding:
        return encoding in _ENCODINGS
    media_type = text_of(node.get("contentMediaType")).lower()
    return bool(media_type) and not media_type.startswith(_TEXT_MEDIA)
