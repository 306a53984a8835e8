"""SH001: an empty list stands for an empty map, or the other way round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..misfits import MAPPINGS, SEQUENCES, STRUCTURED, misfits
from ..rule import Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "SH001",
    on=STRUCTURED,
    title="Make empty lists empty maps where a map is asked for",
    safety=Safety.EXACT,
    when=misfits,
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
    """An empty list in the place of a map is an empty map, and the other way round.

    PHP has one type for lists and maps, so it writes `[]` for an empty one of either;
    other languages write `{}` for both.
    """
    for misfit in misfits(node):
        at = node.child_pointer(*misfit.tokens)
        if misfit.value == [] and misfit.field.form in MAPPINGS:
            yield Finding(
                f"{misfit.label} must be a map, not a list.",
                edits=(put(at, {}),),
                at=at,
            )
        elif misfit.value == {} and misfit.field.form in SEQUENCES:
            yield Finding(
                f"{misfit.label} must be a list, not a map.",
                edits=(put(at, []),),
                at=at,
            )
