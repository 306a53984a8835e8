"""SC012: a response is a file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..keywords import is_file_response
from ..rule import SWAGGER, Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "SC012",
    on=Kind.SCHEMA,
    title="Describe files in responses as binary strings",
    safety=Safety.EXACT,
    dialects=SWAGGER,
    having=("type",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /labels:
        get:
          responses: {"200": {description: A label., schema: {type: file}}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /labels:
        get:
          responses:
            "200": {description: A label., schema: {type: string, format: binary}}
    """,
)
def file_response(node: Node) -> Iterator[Finding]:
    """Swagger 2.0 lets the schema of a response be `type: file`.

    No other schema may have that type, and openapi-spec-validator, which checks what
    comes out, refuses it here as well. A string of format `binary` says the same, in
    words that OpenAPI 3 has kept.
    """
    if is_file_response(node):
        yield Finding(
            "Validators refuse type: file; a string of format binary says the same.",
            edits=(
                put(node.child_pointer("type"), "string"),
                put(node.child_pointer("format"), "binary"),
            ),
        )
