"""OP002: an operation stands where the parameters of a path should."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Effect, Safety
from ..grammar import Kind
from ..rule import Finding, Node, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "OP002",
    on=Kind.PATH_ITEM,
    title="Leave out operations that stand in the place of parameters",
    safety=Safety.LIKELY,
    bad="""
    paths:
      /parcels:
        get: {responses: {"200": {description: Parcels.}}}
        parameters:
          summary: Parcels by parameters
          responses: {"200": {description: Parcels.}}
    """,
    good="""
    paths:
      /parcels:
        get: {responses: {"200": {description: Parcels.}}}
    """,
)
def operation_as_parameters(node: Node) -> Iterator[Finding]:
    """`parameters` of a path is a list for all of its operations, not an operation.

    Documents made by programs that take every key of a path for a method have one
    there. Its method is not known, so it is left out.
    """
    value = node.get("parameters")
    if isinstance(value, dict) and ("responses" in value or "operationId" in value):
        at = node.child_pointer("parameters")
        yield Finding(
            "An operation stands in the place of parameters. It has no method, so it "
            "is left out.",
            edits=(remove(at),),
            at=at,
            effect=Effect.OMITTED,
            lost=1,
        )
