"""PA007: parameters outside the body that have a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.keywords import has_value
from ...engine.rule import SWAGGER, Finding, Node, put, rule
from ...readings.parameter_values import describe_value

if TYPE_CHECKING:
    from collections.abc import Iterator

_SCHEMAS: Final = frozenset(("schema", "$ref"))


@rule(
    "PA007",
    on=(Kind.PARAMETER, Kind.HEADER, Kind.ITEMS),
    title="Inline schemas of parameters outside the body",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: size, in: query, schema: {$ref: "#/definitions/Size"}}
          responses: {"200": {description: Parcels.}}
    definitions:
      Size: {type: string, enum: [small, large]}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: size, in: query, type: string, enum: [small, large]}
          responses: {"200": {description: Parcels.}}
    definitions:
      Size: {type: string, enum: [small, large]}
    """,
)
def parameter_schema(node: Node) -> Iterator[Finding]:
    """In Swagger 2.0 only a body parameter can have a `schema`.

    Other parameters, headers and the `items` of both declare `type` and related
    keywords directly, and cannot refer to a schema (Parameter Object, Header Object,
    Items Object). Only OpenAPI 3 allows a `schema` in every parameter. The type and its
    constraints are copied from the schema into the parameter, with references followed.
    If only a body can have such a schema, for example because it describes an object,
    the parameter accepts any value.
    """
    if _SCHEMAS.isdisjoint(node.value) or not has_value(node):
        return
    schema = node.get("schema") if "schema" in node.value else dict(node.value)
    own = {key: value for key, value in node.value.items() if key not in _SCHEMAS}
    described = describe_value(schema, node.document)
    if "type" in own:
        described = {key: described[key] for key in described if key != "type"}
    description = schema.get("description") if isinstance(schema, dict) else None
    if isinstance(description, str) and node.kind is not Kind.ITEMS:
        own.setdefault("description", description)
    name = node.get("name") if node.kind is Kind.PARAMETER else node.key
    yield Finding(
        f"{node.kind} {name!r} has a schema, which only a body can have; inlined",
        edits=(put(node.pointer, described | own),),
    )
