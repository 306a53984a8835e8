"""RF005: a reference leads back to itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...diagnostics import Effect, Safety
from ..grammar import Kind
from ..references import returns_to
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator


@rule(
    "RF005",
    on=Kind.REFERENCE,
    title="End references that lead back to themselves",
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
    """Following a `$ref` must come to an object that is no reference.

    A schema that is only ever a reference to itself, at once or by way of others, says
    nothing: it is the empty schema, which allows any value. A schema that contains
    itself, as a tree does, is fine.
    """
    ref = node.get("$ref")
    if not isinstance(ref, str) or not returns_to(node, ref):
        return
    if node.expected is Kind.SCHEMA:
        yield Finding(
            f"$ref {ref!r} leads back to itself; any value is taken.",
            edits=(put(node.pointer, {}),),
        )
        return
    yield Finding(
        f"$ref {ref!r} leads back to itself; it is left out.",
        edits=(remove(node.pointer),),
        effect=Effect.OMITTED,
    )
