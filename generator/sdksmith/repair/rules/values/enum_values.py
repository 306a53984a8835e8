"""VA002: `enum` that is not a list of distinct values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.strings import read_string
from ...values.conformance import are_equal
from ...values.exact_values import to_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonArray, JsonValue

_ANY_LIST: Final = (Dialect.OPENAPI_31, Dialect.OPENAPI_32)
"""Dialects that recommend distinct values but do not require them.

See JSON Schema 2020-12, Validation, section 6.1.2.
"""
_SEPARATOR: Final = re.compile(r"\s*[,|;\n]\s*")

_NAMED: Final = 3
"""Maximum number of values listed in a message."""


@rule(
    "VA002",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
    title="Make `enum` a list of distinct values",
    safety=Safety.LIKELY,
    having=("enum",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Size: {type: string, enum: [small, large, small]}
      Way: {type: string, enum: "air, road"}
      None: {type: string, enum: []}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Size: {type: string, enum: [small, large]}
      Way: {type: string, enum: [air, road]}
      None: {type: string}
    """,
)
def enum_values(node: Node) -> Iterator[Finding]:
    """`enum` must be a list of values, which before OpenAPI 3.1 must be distinct.

    Duplicates are removed. An empty list, which is also invalid before OpenAPI 3.1, is
    removed, so any value is accepted. A string is split into values at commas,
    semicolons, vertical bars and line breaks. Values that do not have the declared type
    are kept: the string `"01"` is not the number 1, and the client sends it as written.
    For the same reason, the number `01` becomes `"01"` if the type is `string`.
    """
    written = node.get("enum")
    yield from _written_numbers(node, written)
    if written is None or (
        isinstance(written, list) and node.document.dialect in _ANY_LIST
    ):
        return
    values = _distinct(_listed(written))
    if values and isinstance(written, list) and len(values) == len(written):
        return
    place = node.child_pointer("enum")
    yield Finding(
        _describe(written, values),
        edits=(put(place, values) if values else remove(place),),
        at=place,
    )


def _written_numbers(node: Node, written: JsonValue) -> Iterator[Finding]:
    """Convert numbers in an `enum` of strings that are written as another string."""
    if node.get("type") != "string" or not isinstance(written, list):
        return
    for index, value in enumerate(written):
        text = read_string(node, value, "enum", index)
        if isinstance(text, str) and text not in (value, to_string(value)):
            at = node.child_pointer("enum", index)
            message = f"`enum` value {value!r} must be a string; read as {text!r}"
            yield Finding(message, edits=(put(at, text),), at=at, safety=Safety.EXACT)


def _describe(written: JsonValue, values: JsonArray) -> str:
    if not values:
        return "`enum` has no values; removed, so any value is accepted"
    if not isinstance(written, list):
        return "`enum` must be a list of values; converted to a list"
    repeated = [value for value in values if _occurs_again(value, written)]
    listed = ", ".join(map(repr, repeated[:_NAMED]))
    more = ", ..." if len(repeated) > _NAMED else ""
    return f"`enum` lists {listed}{more} more than once; duplicates removed"


def _occurs_again(value: JsonValue, values: JsonArray) -> bool:
    return sum(are_equal(value, other) for other in values) > 1


def _listed(written: JsonValue) -> JsonArray:
    if isinstance(written, list):
        return written
    if isinstance(written, dict):
        return list(written)
    if isinstance(written, str):
        return [word for word in _SEPARATOR.split(written.strip()) if word]
    return [written]


def _distinct(values: JsonArray) -> JsonArray:
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) == len(values):
        return list(dict.fromkeys(texts))
    distinct: JsonArray = []
    for value in values:
        if not any(are_equal(value, other) for other in distinct):
            distinct.append(value)
    return distinct
