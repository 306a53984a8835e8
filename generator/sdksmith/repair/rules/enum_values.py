"""VA002: `enum` is no list of distinct values of its type."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from ...diagnostics import Absent, Safety
from ..conformance import same
from ..exact_values import convert_exactly
from ..grammar import Kind
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonArray, JsonValue

_SEPARATOR: Final = re.compile(r"\s*[,|;\n]\s*")


@rule(
    "VA002",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
    title="List the values of an enumeration once, in its type",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Size: {type: string, enum: [small, large, small]}
      Way: {type: string, enum: "air, road"}
      Zone: {type: integer, enum: ["1", "2"]}
      None: {type: string, enum: []}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Size: {type: string, enum: [small, large]}
      Way: {type: string, enum: [air, road]}
      Zone: {type: integer, enum: [1, 2]}
      None: {type: string}
    """,
)
def enum_values(node: Node) -> Iterator[Finding]:
    """An enumeration lists distinct values, and at least one.

    Values that come twice count once. When none is of the type beside it, but each
    spells a value of that, such as `"1"` for an integer, they are written as these. Text
    with commas between is a list, an empty list allows any value.
    """
    if node.get("enum") is None:
        return
    written = node.get("enum")
    values = _distinct(_convert(_listed(written), node.get("type")))
    if values and same(values, written):
        return
    place = node.child_pointer("enum")
    yield Finding(
        "enum must list distinct values of its type.",
        edits=(put(place, values) if values else remove(place),),
        at=place,
    )


def _listed(written: JsonValue) -> JsonArray:
    if isinstance(written, list):
        return written
    if isinstance(written, dict):
        return list(written)
    if isinstance(written, str):
        return [word for word in _SEPARATOR.split(written.strip()) if word]
    return [written]


def _convert(values: JsonArray, type_name: JsonValue) -> JsonArray:
    """Return the values in their type, if none is of it and all of them spell one."""
    if not isinstance(type_name, str) or type_name in {"array", "object", "null"}:
        return values
    scalars = [value for value in values if value is not None]
    converted = [convert_exactly(value, type_name) for value in scalars]
    known = [value for value in converted if not isinstance(value, Absent)]
    fits = any(value is new for value, new in zip(scalars, converted, strict=True))
    if fits or len(known) != len(converted) or len(scalars) != len(values):
        return values
    return known


def _distinct(values: JsonArray) -> JsonArray:
    texts = [value for value in values if isinstance(value, str)]
    if len(texts) == len(values):
        return list(dict.fromkeys(texts))
    distinct: JsonArray = []
    for value in values:
        if not any(same(value, other) for other in distinct):
            distinct.append(value)
    return distinct
