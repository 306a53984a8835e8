"""SC012: response schemas of `type: file`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.keywords import is_file_response
from ...engine.rule import SWAGGER, Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...engine.outlines import Outline


def _has_other_type(outline: Outline) -> bool:
    return "type" in outline.types and not outline.json_type


@rule(
    "SC012",
    on=Kind.SCHEMA,
    title="Describe file responses as binary strings",
    safety=Safety.EXACT,
    dialects=SWAGGER,
    having=_has_other_type,
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
    """Swagger 2.0 allows `type: file` in the schema of a response.

    No other schema may have this type, and openapi-spec-validator, which checks the
    repaired document, rejects it in responses as well. The type is replaced by
    `type: string` with `format: binary`, which has the same meaning and is also valid
    in OpenAPI 3.
    """
    if is_file_response(node):
        yield Finding(
            "validators reject `type: file`; replaced by `type: string` with "
            "`format: binary`",
            edits=(
                put(node.child_pointer("type"), "string"),
                put(node.child_pointer("format"), "binary"),
            ),
        )
