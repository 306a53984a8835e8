"""SC008: `items` that is a list of schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.schema_readings import read_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonArray
    from ...engine.rule import EditOp

_NEWER: Final = frozenset((Dialect.OPENAPI_31, Dialect.OPENAPI_32))


@rule(
    "SC008",
    on=Kind.SCHEMA,
    title="Replace lists of schemas in `items`",
    safety=Safety.LIKELY,
    having=("items",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Sizes: {type: array, items: [{type: number}]}
      Pair: {type: array, items: [{type: string}, {type: number}]}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Sizes: {type: array, items: {type: number}}
      Pair:
        type: array
        x-sdksmith-tuple: [{type: string}, {type: number}]
        items: {}
    """,
)
def tuple_items(node: Node) -> Iterator[Finding]:
    """`items` must be a single schema, which applies to every item of an array.

    A list with one schema is replaced by that schema. A longer list has one schema per
    position, which was valid in older versions of JSON Schema. From OpenAPI 3.1 on it
    moves to `prefixItems`, and in Swagger 2.0 to `x-sdksmith-tuple`. In OpenAPI 3.0 it
    is replaced by `anyOf`, so that each item can match any of the schemas.
    """
    written = node.get("items")
    if not isinstance(written, list):
        return
    members: JsonArray = [read_schema(entry, node.document) for entry in written]
    items, prefix = node.child_pointer("items"), node.child_pointer("prefixItems")
    if len(members) < 2:
        edits: tuple[EditOp, ...] = (put(items, members[0] if members else {}),)
    elif node.document.is_swagger:
        kept = node.child_pointer("x-sdksmith-tuple")
        edits = (put(kept, members), put(items, {}))
    elif node.document.dialect in _NEWER and "prefixItems" not in node.value:
        edits = (put(prefix, members), remove(items))
    else:
        edits = (put(items, {"anyOf": members}),)
    yield Finding(
        "`items` must be one schema, got a list; replaced", edits=edits, at=items
    )
