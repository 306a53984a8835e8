"""RF007: a reference leads out of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Safety
from ..grammar import Kind
from ..references import find_meant, is_bare_name, is_local
from ..rule import Finding, Node, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RF007",
    on=(Kind.REFERENCE, Kind.SCHEMA),
    title="Say which references lead out of the document",
    safety=Safety.EXACT,
    having=("$ref",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel: {$ref: "parcel.json#/definitions/Parcel"}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel: {$ref: "parcel.json#/definitions/Parcel"}
    """,
)
def external_reference(node: Node) -> Iterator[Finding]:
    """A `$ref` to another file is not followed.

    A schema behind one may hold any value. Bundle the files into one document to have
    it described.
    """
    ref = node.get("$ref")
    if not isinstance(ref, str) or is_local(ref) or is_bare_name(ref):
        return
    if not find_meant(ref, node.expected, node.document):
        yield Finding(f"$ref {ref!r} leads out of the document and is not followed.")
