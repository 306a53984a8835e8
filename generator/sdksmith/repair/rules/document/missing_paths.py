"""DO002: documents without `paths`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....load.document import Dialect
from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "DO002",
    on=Kind.DOCUMENT,
    title="Add missing `paths` to documents",
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
    """`paths` is required, even if a document only defines schemas for other documents.

    An empty map is added, which has the same meaning: the document defines no
    operations, so no client can be generated. The rule applies to Swagger 2.0 and
    OpenAPI 3.0.
    """
    if node.get("paths") is None and "paths" not in node.value:
        edit = put(node.child_pointer("paths"), {})
        yield Finding("document has no `paths`; added as an empty map", edits=(edit,))
