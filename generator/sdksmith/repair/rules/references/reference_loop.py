"""RF005: references that resolve to themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Kind
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.references import is_circular

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RF005",
    on=Kind.REFERENCE,
    title="Remove circular references",
    safety=Safety.LIKELY,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel: {$ref: "#/definitions/Parcel"}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Parcel: {}
    """,
)
def reference_loop(node: Node) -> Iterator[Finding]:
    """A `$ref` must resolve to an object that is not a reference.

    A reference that points to itself, directly or through other references, does not
    define anything. A schema of this kind is replaced by the empty schema, which
    accepts any value; other objects are removed. A schema that contains itself, such as
    a node of a tree, is valid and is not changed.
    """
    ref = node.get("$ref")
    if not isinstance(ref, str) or not is_circular(node, ref):
        return
    if node.expected is Kind.SCHEMA:
        yield Finding(
            f"`$ref` {ref!r} is circular; replaced by a schema that accepts any value",
            edits=(put(node.pointer, {}),),
        )
        return
    yield Finding(
        f"`$ref` {ref!r} is circular; removed",
        edits=(remove(node.pointer),),
        effect=Effect.OMITTED,
    )
