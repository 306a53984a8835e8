"""SC010: a discriminator is written as another specification writes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonValue
    from ..rule import EditOp


@rule(
    "SC010",
    on=Kind.SCHEMA,
    title="Write discriminators as the specification does",
    safety=Safety.EXACT,
    having=("discriminator",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        type: object
        required: [kind]
        properties: {kind: {type: string}}
        discriminator: {propertyName: kind, mapping: {small: "#/definitions/Parcel"}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        type: object
        required: [kind]
        properties: {kind: {type: string}}
        discriminator: kind
        x-sdksmith-mapping: {small: "#/definitions/Parcel"}
    """,
)
def discriminator(node: Node) -> Iterator[Finding]:
    """In Swagger 2.0 a discriminator is the name of a property, in OpenAPI 3 an object.

    Each is turned into the other; the mapping that only the object has is kept in
    `x-sdksmith-mapping`. One that names no property is dropped.
    """
    if "discriminator" not in node.value:
        return
    written = node.get("discriminator")
    place = node.child_pointer("discriminator")
    name = written.get("propertyName") if isinstance(written, dict) else written
    if not isinstance(name, str):
        edits: list[EditOp] = [remove(place)]
    elif node.document.is_swagger and isinstance(written, dict):
        edits = [put(place, name)]
        if isinstance(mapping := written.get("mapping"), dict):
            edits.append(put(node.child_pointer("x-sdksmith-mapping"), mapping))
    elif not node.document.is_swagger and isinstance(written, str):
        edits = [put(place, {"propertyName": name})]
    else:
        return
    yield Finding(
        _describe(name, node),
        edits=tuple(edits),
        at=place,
    )


def _describe(name: JsonValue, node: Node) -> str:
    if not isinstance(name, str):
        return "The discriminator names no property; it is dropped."
    if node.document.is_swagger:
        return f"In Swagger 2.0 the discriminator is text: {name!r}."
    return f"In OpenAPI 3 the discriminator is an object with propertyName {name!r}."
