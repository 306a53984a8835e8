"""DO001: the version of the specification is not written as it asks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..rule import Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "DO001",
    on=Kind.DOCUMENT,
    title="Write the version of the specification as it asks",
    safety=Safety.EXACT,
    bad="""
    swagger: 2.0
    info: {title: Parcels, version: "1"}
    paths: {}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    """,
)
def version_literal(node: Node) -> Iterator[Finding]:
    """`swagger` is the text "2.0", and `openapi` a text of three numbers.

    Without quotes YAML reads a version as a number.
    """
    dialect = node.document.dialect
    if node.document.is_swagger:
        key, known, literal = "swagger", node.get("swagger") == "2.0", "2.0"
    else:
        pattern = rf"{re.escape(dialect)}\.\d+(-.+)?"
        written = node.get("openapi")
        known = isinstance(written, str) and bool(re.fullmatch(pattern, written))
        key, literal = "openapi", f"{dialect}.0"
    if not known:
        at = node.child_pointer(key)
        message = f'The version is the text "{literal}", in quotes.'
        yield Finding(message, edits=(put(at, literal),), at=at)
