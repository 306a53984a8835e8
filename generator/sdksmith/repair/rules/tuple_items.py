"""SC008: `items` is a list of schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ...load.document import Dialect
from ..grammar import Kind
from ..rule import Finding, Node, put, remove, rule
from ..schema_readings import read_schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonArray
    from ..rule import EditOp

_NEWER: Final = frozenset((Dialect.OPENAPI_31, Dialect.OPENAPI_32))


@rule(
    "SC008",
    on=Kind.SCHEMA,
    title="Keep the types of each item of an array",
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
    """`items` is one schema, for each item of an array.

    A list of one schema means that one. Several give each position its own, as JSON
    Schema once had it: the list is kept, as `prefixItems` where the specification has
    that, as `x-sdksmith-tuple` in Swagger 2.0. In OpenAPI 3.0 the items are any of them.
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
    yield Finding("items is a list, where one schema belongs.", edits=edits, at=items)
