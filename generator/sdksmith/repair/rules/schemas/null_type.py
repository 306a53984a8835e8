"""SC014: `type: null` in OpenAPI 3.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.outlines import Outline


def _is_null(outline: Outline) -> bool:
    return outline.json_type == "null"


@rule(
    "SC014",
    on=Kind.SCHEMA,
    title="Replace the type `null` in OpenAPI 3.0",
    safety=Safety.EXACT,
    dialects=(Dialect.OPENAPI_30,),
    having=_is_null,
    bad="""
    components:
      schemas:
        City: {oneOf: [{type: string}, {type: "null"}]}
        Nothing: {type: "null"}
    """,
    good="""
    components:
      schemas:
        City: {oneOf: [{type: string}, {nullable: true, enum: [null]}]}
        Nothing: {nullable: true, enum: [null]}
    """,
)
def null_type(node: Node) -> Iterator[Finding]:
    """OpenAPI 3.0 has no type `null`; a schema allows null with `nullable: true`.

    A schema of type `null` is replaced by one whose only value is null:
    `nullable: true` with `enum: [null]`.
    """
    if node.get("type") == "null":
        intended = {key: value for key, value in node.value.items() if key != "type"}
        intended |= {"nullable": True, "enum": [None]}
        message = (
            "OpenAPI 3.0 has no type `null`; replaced by `nullable: true` and "
            "`enum: [null]`"
        )
        yield Finding(message, edits=(put(node.pointer, intended),))
