"""SC007: a schema of Swagger 2.0 has alternatives or a constant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ..grammar import Kind
from ..rule import SWAGGER, Finding, Node, move, put, remove, rule

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
    title="Keep alternatives that Swagger 2.0 has no word for",
    safety=Safety.EXACT,
    dialects=SWAGGER,
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
    """Swagger 2.0 knows `allOf`, but not `oneOf`, `anyOf` and `const`.

    They are understood all the same. For the validators they move to extensions, from
    which the client takes them: `x-sdksmith-one-of`, `x-sdksmith-any-of`. A constant is
    an enumeration of one value; beside an `enum` it moves to `x-sdksmith-const`.
    """
    for keyword, extension in _KEPT.items():
        if keyword not in node.value:
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
        yield Finding(f"Swagger 2.0 has no {keyword}.", edits=edits, at=place)
