"""VA004: a flag of a schema is neither true nor false."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Absent, Safety
from ..exact_values import read_boolean, read_number
from ..grammar import Form, Kind, grammar
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_BOUNDS: Final = frozenset(("exclusiveMinimum", "exclusiveMaximum"))


@rule(
    "VA004",
    on=Kind.SCHEMA,
    title="Write flags of schemas as true or false",
    safety=Safety.EXACT,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Cities: {type: array, uniqueItems: "true"}
      Parcel: {type: object, readOnly: sometimes}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Cities: {type: array, uniqueItems: true}
      Parcel: {type: object}
    """,
)
def schema_flag(node: Node) -> Iterator[Finding]:
    """`readOnly`, `uniqueItems` and their like are booleans.

    A word or number for one is that one; anything else says nothing, and is dropped.
    """
    fields = grammar(node.document.dialect).shapes[node.kind].fields
    for key, written in node.value.items():
        if isinstance(written, bool) or written is None:
            continue
        field = fields.get(key)
        if field is None or field.form is not Form.BOOLEAN:
            continue
        if key in _BOUNDS and not isinstance(read_number(written), Absent):
            # A bound as OpenAPI 3.1 writes it: SC009 mends it.
            continue
        place = node.child_pointer(key)
        flag = read_boolean(written)
        if isinstance(flag, Absent):
            yield Finding(
                f"{key} must be true or false, not {written!r}.",
                edits=(remove(place),),
                at=place,
                safety=Safety.LIKELY,
            )
        else:
            yield Finding(
                f"{key} must be true or false, not {written!r}.",
                edits=(put(place, flag),),
                at=place,
            )
