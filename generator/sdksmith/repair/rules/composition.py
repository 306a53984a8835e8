"""SC007: a schema has alternatives or a constant that there is no word for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ...load.document import Dialect
from ..grammar import Kind
from ..rule import Finding, Node, move, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..rule import EditOp

_KEPT: Final = {
    "oneOf": "x-sdksmith-one-of",
    "anyOf": "x-sdksmith-any-of",
    "const": "x-sdksmith-const",
}


@rule(
    "SC007",
    on=Kind.SCHEMA,
    title="Keep alternatives and constants for which there is no word",
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
    """Swagger 2.0 knows `allOf`, but not `oneOf` and `anyOf`; 3.0 has no `const` either.

    They are understood all the same. For the validators they move to extensions, from
    which the client takes them: `x-sdksmith-one-of`, `x-sdksmith-any-of`. A constant is
    an enumeration of one value; beside an `enum` it moves to `x-sdksmith-const`.
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
        message = f"{name} has no {keyword}; it is kept in words that {name} has."
        yield Finding(message, edits=edits, at=place)
