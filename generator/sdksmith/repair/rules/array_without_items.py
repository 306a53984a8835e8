"""PA014: an array does not say what it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...load.document import Dialect
from ..grammar import Kind
from ..keywords import has_value
from ..parameter_values import describe_value
from ..rule import Finding, Node, put, rule
from ..type_names import PARAMETER_TYPES, UNTYPED, read_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonObject, JsonValue
    from ..rule import Context


@rule(
    "PA014",
    on=(Kind.PARAMETER, Kind.ITEMS, Kind.HEADER, Kind.SCHEMA),
    title="Say what arrays hold",
    safety=Safety.LIKELY,
    dialects=(Dialect.SWAGGER_20, Dialect.OPENAPI_30),
    having=("type",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: cities, in: query, type: array}
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - name: cities
            in: query
            type: array
            items: {type: string, x-sdksmith-untyped: true}
          responses: {"200": {description: Parcels.}}
    """,
)
def array_without_items(node: Node) -> Iterator[Finding]:
    """A parameter or header of `type: array` needs `items`; so do schemas of 3.0.

    Items that nobody described may be anything: strings that the client does not check
    in a parameter, any value in a schema. The schemas of Swagger 2.0 follow JSON Schema
    here, which lets an array go without.
    """
    if node.get("type") != "array" or isinstance(node.get("items"), dict):
        return
    if node.document.is_swagger and not has_value(node):
        return
    if node.kind is Kind.SCHEMA:
        # A list of schemas is the concern of SC008.
        if node.document.is_swagger or "items" in node.value:
            return
        items: JsonObject = {}
    else:
        items = _read_items(node.get("items"), node.document)
    name = node.get("name") if node.kind is Kind.PARAMETER else node.key
    yield Finding(
        f"Array {name!r} does not say what its items are.",
        edits=(put(node.child_pointer("items"), items),),
    )


def _read_items(written: JsonValue, document: Context) -> JsonObject:
    if isinstance(written, list) and len(written) == 1:
        return describe_value(written[0], document)
    read = read_type(written) if isinstance(written, str) else None
    if read is not None and read.type in PARAMETER_TYPES - {"array"}:
        return {"type": read.type}
    return {"type": "string", UNTYPED: True}
