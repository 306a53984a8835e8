"""DO001: invalid values of the version key."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "DO001",
    on=Kind.DOCUMENT,
    title="Correct the specification version",
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
    """The version must be a string, such as `swagger: "2.0"` or `openapi: "3.1.0"`.

    YAML reads a version without quotes as a number if it has only two parts. An invalid
    value is replaced by the version that the document was read as.
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
        message = f'specification version must be the string "{literal}"; corrected'
        yield Finding(message, edits=(put(at, literal),), at=at)
