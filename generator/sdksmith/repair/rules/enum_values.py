"""VA002: `enum` is no list of distinct values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ...load.document import Dialect
from ..conformance import same
from ..grammar import Kind
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonArray, JsonValue

_ANY_LIST: Final = (Dialect.OPENAPI_31, Dialect.OPENAPI_32)
"""Where a list should be distinct, and need not (JSON Schema 2020-12, section 6.1.2)."""
_SEPARATOR: Final = re.compile(r"\s*[,|;\n]\s*")

_NAMED: Final = 3
"""How many values a message names."""


@rule(
    "VA002",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
    title="List the values of an enumeration once",
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
    """An enumeration lists distinct values, and at least one, before OpenAPI 3.1.

    Values that come twice count once. Text with commas between is a list, and an empty
    list allows any value. Values of another type than the one beside them are left: `01`
    in quotes is not 1, and a client sends it as it is written.
    """
    written = node.get("enum")
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


def _describe(written: JsonValue, values: JsonArray) -> str:
    if not values:
        return "enum lists no value; any is taken."
    if not isinstance(written, list):
        return "enum must be a list of values."
    repeated = [value for value in values if _occurs_again(value, written)]
    listed = ", ".join(map(repr, repeated[:_NAMED]))
    more = ", ..." if len(repeated) > _NAMED else ""
    return f"enum lists {listed}{more} more than once."


def _occurs_again(value: JsonValue, values: JsonArray) -> bool:
    return sum(same(value, other) for other in values) > 1


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
        if not any(same(value, other) for other in distinct):
            distinct.append(value)
    return distinct
