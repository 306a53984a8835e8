"""RF009: reusable parameters and responses that are references."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import SWAGGER, Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RF009",
    on=Kind.REFERENCE,
    title="Inline reusable parameters and responses that are references",
    safety=Safety.EXACT,
    dialects=SWAGGER,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    responses:
      Missing: {description: There is none.}
      Gone: {$ref: "#/responses/Missing"}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    responses:
      Missing: {description: There is none.}
      Gone: {description: There is none.}
    """,
)
def reference_as_definition(node: Node) -> Iterator[Finding]:
    """Reusable `parameters` and `responses` of Swagger 2.0 must not be references.

    The specification requires a Parameter Object or a Response Object in these sections
    (Parameters Definitions Object, Responses Definitions Object). A reference is
    replaced by the object that it points to.
    """
    parent = node.parent
    if parent is None or parent.kind is not Kind.DEFINITIONS:
        return
    target = node.resolve(node.get("$ref"))
    if node.expected is not Kind.SCHEMA and isinstance(target, dict):
        yield Finding(
            f"reusable {node.expected} must not be a reference; replaced by its target",
            edits=(put(node.pointer, target),),
        )
