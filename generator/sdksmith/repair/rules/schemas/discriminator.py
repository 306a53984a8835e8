"""SC010: discriminators in the form of another version of the specification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue
    from ...engine.rule import EditOp


@rule(
    "SC010",
    on=Kind.SCHEMA,
    title="Convert `discriminator` to the form the specification requires",
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
    """`discriminator` is a string in Swagger 2.0 and an object in OpenAPI 3.

    The string is the name of a property; the object has this name as `propertyName`. A
    discriminator in the form of the other version is converted. The `mapping` of the
    object, which Swagger 2.0 does not define, is kept as `x-sdksmith-mapping`. A
    discriminator that does not name a property is removed.
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
        return "`discriminator` does not name a property; removed"
    if node.document.is_swagger:
        return f"`discriminator` must be a string in Swagger 2.0; read as {name!r}"
    return (
        f"`discriminator` must be an object in OpenAPI 3; {name!r} is read as "
        "its `propertyName`"
    )
