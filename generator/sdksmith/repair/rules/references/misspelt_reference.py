"""RF002: references that misspell the location of their target."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, rule
from ...readings.references import find_intended, is_dangling, is_local

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RF002",
    on=(Kind.REFERENCE, Kind.SCHEMA),
    title="Correct misspelled references",
    safety=Safety.LIKELY,
    having=("$ref",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        type: object
        properties:
          label: {$ref: Label}
          old: {$ref: "#/components/schemas/label"}
      Label: {type: object}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel:
        type: object
        properties:
          label: {$ref: "#/definitions/Label"}
          old: {$ref: "#/definitions/Label"}
      Label: {type: object}
    """,
)
def misspelt_reference(node: Node) -> Iterator[Finding]:
    """A `$ref` within a document consists of `#` and the JSON Pointer of the target.

    A bare name, a wrong path to a name that the document defines, and a name in the
    wrong case are corrected if exactly one object matches.
    """
    ref = node.get("$ref")
    if not isinstance(ref, str):
        return
    if is_local(ref) and not is_dangling(ref, node.document, node.expected):
        return
    intended = find_intended(ref, node.expected, node.document)
    if intended is not None and intended != ref:
        yield Finding(
            f"target of `$ref` {ref!r} does not exist; read as {intended!r}",
            edits=(put(node.child_pointer("$ref"), intended),),
        )
