"""SH001: empty lists where a map is required, and vice versa."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ...engine.mismatches import STRUCTURED, may_have_mismatches, type_mismatches
from ...engine.outlines import MAPPINGS, SEQUENCES
from ...engine.rule import Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "SH001",
    on=STRUCTURED,
    title="Convert between empty lists and empty maps",
    safety=Safety.EXACT,
    having=may_have_mismatches,
    when=type_mismatches,
    bad="""
    paths:
      /parcels:
        get:
          parameters: {}
          responses: {"200": {description: Parcels.}}
    definitions: []
    """,
    good="""
    paths:
      /parcels:
        get:
          parameters: []
          responses: {"200": {description: Parcels.}}
    definitions: {}
    """,
)
def empty_list_for_map(node: Node) -> Iterator[Finding]:
    """An empty list where a map is required is read as an empty map, and vice versa.

    PHP has one type for lists and maps, so it writes `[]` for an empty list and an
    empty map; other languages write `{}` for both. The meaning of the document does not
    change.
    """
    for mismatch in type_mismatches(node):
        at = node.child_pointer(*mismatch.tokens)
        if mismatch.value == [] and mismatch.field.form in MAPPINGS:
            yield Finding(
                f"{mismatch.label} must be a map, got an empty list; converted",
                edits=(put(at, {}),),
                at=at,
            )
        elif mismatch.value == {} and mismatch.field.form in SEQUENCES:
            yield Finding(
                f"{mismatch.label} must be a list, got an empty map; converted",
                edits=(put(at, []),),
                at=at,
            )
