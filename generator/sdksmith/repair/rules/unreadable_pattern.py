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
    having=("pattern",),
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
    r"""`pattern` is a regular expression, in the dialect of ECMA 262.

    One that the validators of the specification cannot read moves to `x-pattern`; those
    of OpenAPI 3 read it as Python does, so `\p{L}` is none to them. The client does not
    check patterns, so nothing else changes.
    """
    pattern = node.get("pattern")
    if not isinstance(pattern, str) or is_pattern(pattern, node.document.dialect):
        return
    place = node.child_pointer("pattern")
    kept = "x-pattern" in node.value
    yield Finding(
        f"Validators cannot read the pattern {pattern!r} as a regular expression.",
        edits=(
            remove(place) if kept else move(place, node.child_pointer("x-pattern")),
        ),
        at=place,
    )
