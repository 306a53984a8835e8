"""PA010: operations with more than one body parameter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import SWAGGER, Finding, Node, put, remove, rule
from ...readings.path_bindings import DeclaredParameter, declared_parameters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonArray, JsonObject, JsonValue


@rule(
    "PA010",
    on=(Kind.PATH_ITEM, Kind.OPERATION),
    title="Merge multiple body parameters into one",
    safety=Safety.LIKELY,
    dialects=SWAGGER,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          parameters:
          - {name: city, in: body, required: true, schema: {type: string}}
          - {name: weight, in: body, schema: {type: number}}
          responses: {"201": {description: Created.}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        post:
          parameters:
          - name: body
            in: body
            schema:
              type: object
              properties:
                city: {type: string}
                weight: {type: number}
              required: [city]
            required: true
          responses: {"201": {description: Created.}}
    """,
)
def several_bodies(node: Node) -> Iterator[Finding]:
    """An operation can have only one parameter with `in: body`.

    Swagger 2.0 allows only one, because a request has only one body (Parameter Object).
    Several body parameters usually describe the properties of one object. They are
    merged into one parameter whose schema is this object; a property is required if its
    parameter is.
    """
    bodies = [item for item in declared_parameters(node) if item.place == "body"]
    if len({body.name for body in bodies}) != len(bodies) or len(bodies) < 2:
        return
    first = node.child_pointer("parameters", bodies[0].index)
    rest = [node.child_pointer("parameters", body.index) for body in bodies[1:]]
    names = ", ".join(body.name for body in bodies)
    yield Finding(
        f"{len(bodies)} parameters are declared with `in: body` ({names}); merged into "
        "one",
        edits=(put(first, _merge(bodies)), *(remove(pointer) for pointer in rest)),
        at=first,
    )


def _merge(bodies: list[DeclaredParameter]) -> JsonObject:
    properties: JsonObject = {body.name: _property(body.value) for body in bodies}
    required: JsonArray = [
        body.name for body in bodies if body.value.get("required") is True
    ]
    schema: JsonObject = {"type": "object", "properties": properties}
    merged: JsonObject = {"name": "body", "in": "body", "schema": schema}
    if required:
        schema["required"] = required
        merged["required"] = True
    return merged


def _property(body: JsonObject) -> JsonValue:
    schema = body.get("schema", {})
    description = body.get("description")
    if isinstance(schema, dict) and description and "$ref" not in schema:
        return {"description": description, **schema}
    return schema
