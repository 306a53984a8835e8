"""PA014: arrays without `items`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.keywords import has_value
from ...engine.rule import Finding, Node, put, rule
from ...readings.parameter_values import describe_value
from ...readings.type_names import PARAMETER_TYPES, UNTYPED, read_type

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject, JsonValue
    from ...engine.context import Context
    from ...engine.outlines import Outline


def _lacks_items(outline: Outline) -> bool:
    return outline.json_type == "array" and outline.types.get("items") is not dict


@rule(
    "PA014",
    on=(Kind.PARAMETER, Kind.ITEMS, Kind.HEADER, Kind.SCHEMA),
    title="Add missing `items` to arrays",
    safety=Safety.LIKELY,
    dialects=(Dialect.SWAGGER_20, Dialect.OPENAPI_30),
    having=_lacks_items,
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
    """Parameters, headers and OpenAPI 3.0 schemas of `type: array` must define `items`.

    Missing `items` of a parameter or header are read as strings that the client does
    not check, missing `items` of a schema as any value. If `items` is the name of a
    type, or a list with one entry, that type or entry is used. Schemas of Swagger 2.0
    are not affected: they follow JSON Schema, which does not require `items`. Define
    `items` to get a typed list in the client.
    """
    if node.get("type") != "array" or isinstance(node.get("items"), dict):
        return
    if node.document.is_swagger and not has_value(node):
        return
    if node.kind is Kind.SCHEMA:
        # SC008 handles a list of schemas.
        if node.document.is_swagger or "items" in node.value:
            return
        items: JsonObject = {}
    else:
        items = _read_items(node.get("items"), node.document)
    name = node.get("name") if node.kind is Kind.PARAMETER else node.key
    yield Finding(
        f"array {name!r} has no valid `items`; added",
        edits=(put(node.child_pointer("items"), items),),
    )


def _read_items(written: JsonValue, document: Context) -> JsonObject:
    if isinstance(written, list) and len(written) == 1:
        return describe_value(written[0], document)
    read = read_type(written) if isinstance(written, str) else None
    if read is not None and read.type in PARAMETER_TYPES - {"array"}:
        return {"type": read.type}
    return {"type": "string", UNTYPED: True}
