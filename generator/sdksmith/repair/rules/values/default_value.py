"""VA001: `default` values that are not allowed by their schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from ....load.document import Dialect
from ....report.diagnostics import ABSENT, Absent, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.strings import read_string
from ...values.conformance import conforms
from ...values.exact_values import convert_exactly, to_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonArray, JsonObject, JsonValue
    from ....report.diagnostics import MaybeJson
    from ...engine.rule import EditOp

_SEPARATORS: Final = {"ssv": " ", "tsv": "\t", "pipes": "|"}
_TYPE_LISTS: Final = frozenset((Dialect.OPENAPI_31, Dialect.OPENAPI_32))


@rule(
    "VA001",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
    title="Correct invalid default values",
    safety=Safety.LIKELY,
    having=("default",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: page, in: query, type: integer, default: "1"}
          - {name: size, in: query, type: string, enum: [small, large], default: any}
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: page, in: query, type: integer, default: 1}
          - {name: size, in: query, type: string, enum: [small, large]}
          responses: {"200": {description: Parcels.}}
    """,
)
def default_value(node: Node) -> Iterator[Finding]:
    """`default` must conform to the type, the `enum` and the limits defined next to it.

    A default that spells an allowed value is converted: `"10"` becomes 10 for a number,
    the number `010` becomes `"010"` for a string, and `Small` becomes `small` if that
    is the value in `enum`. If the default of a schema with a `type` is null, the schema
    is changed to allow null. Any other default is removed; what the server does if the
    value is omitted is then not documented.
    """
    if "default" not in node.value:
        return
    written, schema = node.get("default"), _without_default(node)
    if conforms(written, schema, node.document):
        return
    place = node.child_pointer("default")
    if written is None and node.kind is Kind.SCHEMA:
        message = (
            "`default` is null, but null is not allowed; schema made nullable or "
            "default removed"
        )
        yield Finding(message, edits=_allow_null(node), at=place)
        return
    for new in _readings(written, node):
        if isinstance(new, Absent) or not conforms(new, schema, node.document):
            continue
        message = (
            f"`default` {_show(written)} is not allowed here; read as {_show(new)}"
        )
        yield Finding(message, edits=(put(place, new),), at=place)
        return
    yield Finding(
        f"`default` {_show(written)} is not allowed here; removed",
        edits=(remove(place),),
        at=place,
    )


def _show(value: JsonValue) -> str:
    return json.dumps(value, ensure_ascii=False)


def _without_default(node: Node) -> JsonObject:
    return {key: value for key, value in node.value.items() if key != "default"}


def _allow_null(node: Node) -> tuple[EditOp, ...]:
    written = node.get("type")
    drop = remove(node.child_pointer("default"))
    if node.document.is_swagger:
        return (drop, put(node.child_pointer("x-nullable"), True))
    if "enum" in node.value or not isinstance(written, str):
        return (drop,)
    if node.document.dialect in _TYPE_LISTS:
        return (put(node.child_pointer("type"), [written, "null"]),)
    return (put(node.child_pointer("nullable"), True),)


def _readings(written: JsonValue, node: Node) -> Iterator[MaybeJson]:
    """Yield the possible readings of a default, the most certain one first."""
    type_name = node.get("type")
    if isinstance(type_name, str):
        if type_name == "string":
            yield read_string(node, written, "default")
        yield convert_exactly(written, type_name)
        if type_name == "array" and not isinstance(written, list):
            yield _as_list(written, node)
    if type_name == "array" and isinstance(written, list):
        yield _convert_items(written, node)
    text = read_string(node, written, "default")
    values = node.get("enum")
    if isinstance(text, str) and isinstance(values, list):
        candidates = [
            value
            for value in values
            if isinstance(spelled := to_string(value), str)
            and spelled.strip().lower() == text.strip().lower()
        ]
        yield candidates[0] if len(candidates) == 1 else ABSENT
    if isinstance(written, str):
        yield written.strip()


def _as_list(written: JsonValue, node: Node) -> MaybeJson:
    """Return a single value as a list.

    A string that is the default of a parameter is split like a value on the wire, at
    the separator of `collectionFormat`.
    """
    if node.kind is Kind.SCHEMA or not isinstance(written, str):
        return _convert_items([written], node)
    if not written.strip():
        return []
    format_name = node.get("collectionFormat")
    separator = _SEPARATORS.get(
        format_name if isinstance(format_name, str) else "", ","
    )
    items: JsonArray = [item.strip() for item in written.split(separator)]
    return _convert_items(items, node)


def _convert_items(items: JsonArray, node: Node) -> MaybeJson:
    schema = node.get("items")
    type_name = schema.get("type") if isinstance(schema, dict) else None
    if not isinstance(type_name, str):
        return items
    is_written = items is node.get("default")
    converted = [
        (
            read_string(node, item, "default", index)
            if type_name == "string" and is_written
            else convert_exactly(item, type_name)
        )
        for index, item in enumerate(items)
    ]
    known = [item for item in converted if not isinstance(item, Absent)]
    return known if len(known) == len(converted) else ABSENT
