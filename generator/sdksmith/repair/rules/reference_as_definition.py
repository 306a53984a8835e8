"""RF009: a reusable parameter or response is itself a reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..rule import SWAGGER, Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RF009",
    on=Kind.REFERENCE,
    title="Write out reusable parameters and responses",
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
    """The `parameters` and `responses` of a document of Swagger 2.0 hold no references.

    The object that a reference there leads to is written out in its place.
    """
    above = node.parent
    if above is None or above.kind is not Kind.DEFINITIONS:
        return
    target = node.resolve(node.get("$ref"))
    if node.expected is not Kind.SCHEMA and isinstance(target, dict):
        yield Finding(
            f"A {node.expected} cannot be defined by a reference.",
            edits=(put(node.pointer, target),),
        )
