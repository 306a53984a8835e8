"""SC007: `oneOf`, `anyOf` and `const` in versions that do not define them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, move, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.rule import EditOp

_KEPT: Final = {
    "oneOf": "x-sdksmith-one-of",
    "anyOf": "x-sdksmith-any-of",
    "const": "x-sdksmith-const",
}


@rule(
    "SC007",
    on=Kind.SCHEMA,
    title="Preserve `oneOf`, `anyOf` and `const` in older versions",
    safety=Safety.EXACT,
    dialects=(Dialect.SWAGGER_20, Dialect.OPENAPI_30),
    having=("oneOf", "anyOf", "const"),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Size: {oneOf: [{type: string}, {type: integer}]}
      Kind: {type: string, const: parcel}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Size: {x-sdksmith-one-of: [{type: string}, {type: integer}]}
      Kind: {type: string, enum: [parcel]}
    """,
)
def composition(node: Node) -> Iterator[Finding]:
    """Swagger 2.0 has no `oneOf`, `anyOf` or `const`; OpenAPI 3.0 has no `const`.

    The client supports these keywords nevertheless. To make the document valid, `oneOf`
    and `anyOf` are moved to `x-sdksmith-one-of` and `x-sdksmith-any-of`, which the
    generator reads. A `const` becomes an `enum` with one value, or `x-sdksmith-const`
    if the schema already has an `enum`.
    """
    swagger = node.document.is_swagger
    for keyword, extension in _KEPT.items():
        if keyword not in node.value or not (swagger or keyword == "const"):
            continue
        place = node.child_pointer(keyword)
        if keyword == "const" and "enum" not in node.value:
            values = [node.get("const")]
            edits: tuple[EditOp, ...] = (
                remove(place),
                put(node.child_pointer("enum"), values),
            )
        elif extension in node.value:
            edits = (remove(place),)
        else:
            edits = (move(place, node.child_pointer(extension)),)
        name = "Swagger 2.0" if swagger else "OpenAPI 3.0"
        message = (
            f"{name} does not define `{keyword}`; converted to an equivalent "
            f"that is valid in {name}"
        )
        yield Finding(message, edits=edits, at=place)
