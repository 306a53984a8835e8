"""SC014: OpenAPI 3.0 has no type null."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...load.document import Dialect
from ..grammar import Kind
from ..rule import Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "SC014",
    on=Kind.SCHEMA,
    title="Say null in the words of OpenAPI 3.0",
    safety=Safety.EXACT,
    dialects=(Dialect.OPENAPI_30,),
    having=("type",),
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
    """OpenAPI 3.0 says that null is allowed by `nullable`, not by a type.

    A schema of type null is one whose only value is null.
    """
    if node.get("type") == "null":
        meant = {key: value for key, value in node.value.items() if key != "type"}
        meant |= {"nullable": True, "enum": [None]}
        message = "OpenAPI 3.0 has no type null; null is the one value."
        yield Finding(message, edits=(put(node.pointer, meant),))
