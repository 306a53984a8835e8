"""VA006: `pattern` values that validators cannot compile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, move, remove, rule
from ...values.patterns import is_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "VA006",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
    title="Move invalid regular expressions to `x-pattern`",
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
    r"""`pattern` must be a regular expression in the dialect of ECMA 262.

    A pattern that the validators of the specification cannot compile moves to
    `x-pattern`. The validators of OpenAPI 3 compile patterns with Python, which does
    not support `\p{L}`. The client does not check patterns, so nothing else changes.
    """
    pattern = node.get("pattern")
    if not isinstance(pattern, str) or is_pattern(pattern, node.document.dialect):
        return
    place = node.child_pointer("pattern")
    kept = "x-pattern" in node.value
    yield Finding(
        f"validators cannot compile the pattern {pattern!r}; moved to `x-pattern`",
        edits=(
            remove(place) if kept else move(place, node.child_pointer("x-pattern")),
        ),
        at=place,
    )
