"""VA006: `pattern` is no regular expression that validators can read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..patterns import is_pattern
from ..rule import Finding, Node, move, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "VA006",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
    title="Set patterns aside that cannot be read",
    safety=Safety.EXACT,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      City: {type: string, pattern: "[A-Z"}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      City: {type: string, x-pattern: "[A-Z"}
    """,
)
def unreadable_pattern(node: Node) -> Iterator[Finding]:
    """`pattern` is a regular expression, in the dialect of ECMA 262.

    One that cannot be compiled moves to `x-pattern`. The client does not check patterns,
    so nothing else changes.
    """
    pattern = node.get("pattern")
    if not isinstance(pattern, str) or is_pattern(pattern):
        return
    place = node.child_pointer("pattern")
    kept = "x-pattern" in node.value
    yield Finding(
        f"The pattern {pattern!r} is no regular expression.",
        edits=(
            remove(place) if kept else move(place, node.child_pointer("x-pattern")),
        ),
        at=place,
    )
