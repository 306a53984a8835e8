"""DO002: the document has no paths."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ...load.document import Dialect
from ..grammar import Kind
from ..rule import Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "DO002",
    on=Kind.DOCUMENT,
    title="Give documents without paths an empty map of them",
    safety=Safety.EXACT,
    dialects=(Dialect.SWAGGER_20, Dialect.OPENAPI_30),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    definitions:
      Parcel: {type: object}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    definitions:
      Parcel: {type: object}
    paths: {}
    """,
)
def missing_paths(node: Node) -> Iterator[Finding]:
    """`paths` is required, even where a document only has schemas to share.

    An empty map says the same: there is no operation, and so no client to make.
    """
    if node.get("paths") is None and "paths" not in node.value:
        edit = put(node.child_pointer("paths"), {})
        yield Finding("The document has no paths.", edits=(edit,))
