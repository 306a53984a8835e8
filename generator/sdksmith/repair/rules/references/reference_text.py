"""RF008: `$ref` values that are not strings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RF008",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.RESPONSE),
    title="Correct `$ref` values that are not strings",
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
    """The value of `$ref` must be a string that contains the URI of an object.

    A list with a single string is read as that string. An object is read as the target
    of the reference and replaces the reference. Any other value cannot be resolved: the
    `$ref` is removed, or the whole parameter or response if it has no other fields.
    """
    if "$ref" not in node.value or isinstance(node.get("$ref"), str):
        return
    written = node.get("$ref")
    place = node.child_pointer("$ref")
    if isinstance(written, list) and len(written) == 1 and isinstance(written[0], str):
        yield Finding(
            "`$ref` must be a string, got a list; read as its only entry",
            edits=(put(place, written[0]),),
        )
    elif isinstance(written, dict):
        yield Finding(
            "`$ref` must be a string, got an object; reference replaced by it",
            edits=(put(node.pointer, written),),
        )
    elif len(node.value) > 1 or node.kind is Kind.SCHEMA:
        yield Finding("`$ref` must be a string; removed", edits=(remove(place),))
    else:
        yield Finding(
            f"`$ref` must be a string; {node.kind} removed",
            edits=(remove(node.pointer),),
            effect=Effect.OMITTED,
        )
