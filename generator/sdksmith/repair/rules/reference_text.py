"""RF008: `$ref` is no text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Effect, Safety
from ..grammar import Kind
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RF008",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.RESPONSE),
    title="Make references text",
    safety=Safety.LIKELY,
    having=("$ref",),
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel: {$ref: ["#/definitions/Label"]}
      Label: {$ref: {type: object}}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel: {$ref: "#/definitions/Label"}
      Label: {type: object}
    """,
)
def reference_text(node: Node) -> Iterator[Finding]:
    """The value of `$ref` is the URI of an object, as text.

    A list of one text means that text. An object in its place is what would be referred
    to, and takes the place of the reference. Any other value leads nowhere.
    """
    if "$ref" not in node.value or isinstance(node.get("$ref"), str):
        return
    written = node.get("$ref")
    place = node.child_pointer("$ref")
    if isinstance(written, list) and len(written) == 1 and isinstance(written[0], str):
        yield Finding("$ref must be text.", edits=(put(place, written[0]),))
    elif isinstance(written, dict):
        yield Finding("$ref must be text.", edits=(put(node.pointer, written),))
    elif len(node.value) > 1 or node.kind is Kind.SCHEMA:
        yield Finding("$ref must be text.", edits=(remove(place),))
    else:
        yield Finding(
            f"$ref must be text; the {node.kind} is left out.",
            edits=(remove(node.pointer),),
            effect=Effect.OMITTED,
        )
