"""RF004: parameters and responses that refer to a schema."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....json_data import object_of
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import SWAGGER, Finding, Node, put, rule
from ...readings.references import section_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject


@rule(
    "RF004",
    on=Kind.REFERENCE,
    title="Wrap schemas referenced as parameters or responses",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          parameters:
          - {$ref: "#/definitions/Parcel"}
          responses:
            "200": {$ref: "#/definitions/Parcel"}
    definitions:
      Parcel: {type: object}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          parameters:
          - {name: body, in: body, schema: {$ref: "#/definitions/Parcel"}}
          responses:
            "200": {description: Parcel, schema: {$ref: "#/definitions/Parcel"}}
    definitions:
      Parcel: {type: object}
    """,
)
def reference_to_schema(node: Node) -> Iterator[Finding]:
    """A parameter can refer only to a parameter, and a response only to a response.

    A reference to a schema in their position usually means the schema of the body. It
    is replaced by a parameter named `body` with `in: body`, or by a response, that has
    this schema.
    """
    ref = node.get("$ref")
    section = section_of(Kind.SCHEMA, node.document)
    if not isinstance(ref, str) or not ref.startswith(f"#{section}/"):
        return
    target = object_of(node.resolve(ref))
    schema: JsonObject = {"$ref": ref}
    if node.expected is Kind.PARAMETER and "in" not in target:
        wrapped: JsonObject = {"name": "body", "in": "body", "schema": schema}
    elif node.expected is Kind.RESPONSE and "schema" not in target:
        wrapped = {"description": ref.rpartition("/")[2], "schema": schema}
    else:
        return
    yield Finding(
        f"{node.expected} must not refer to a schema; {ref!r} used for its body",
        edits=(put(node.pointer, wrapped),),
    )
