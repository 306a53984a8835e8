"""SH008: an object has a field that the specification does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Safety
from ..grammar import Kind, grammar
from ..misfits import STRUCTURED
from ..rule import Finding, Node, rule, set_aside

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELSEWHERE: Final = frozenset(
    (
        *(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
        *(Kind.XML, Kind.EXTERNAL_DOCS),
        *(Kind.PATH_ITEM, Kind.DEFINITIONS, Kind.SECURITY_SCHEME),
    )
)
"""Kinds whose unknown fields mean something, for which there are rules of their own."""


@rule(
    "SH008",
    on=tuple(kind for kind in STRUCTURED if kind not in _ELSEWHERE),
    title="Make extensions of fields that the specification does not know",
    safety=Safety.EXACT,
    bad="""
    info: {title: Parcels, version: "1", author: Parcel Post}
    paths:
      /parcels:
        get:
          rateLimit: 10
          responses: {"200": {description: Parcels., example: []}}
    """,
    good="""
    info: {title: Parcels, version: "1", x-author: Parcel Post}
    paths:
      /parcels:
        get:
          x-rateLimit: 10
          responses: {"200": {description: Parcels., x-example: []}}
    """,
)
def unknown_field(node: Node) -> Iterator[Finding]:
    """Fields of one's own start with `x-`; no other may stand beside those of an object.

    The field keeps what it says under the name with `x-` in front, where it does not
    disturb any tool.
    """
    shape = grammar(node.document.dialect).shapes[node.kind]
    if shape.others is not None or not shape.extensible:
        return
    for key in node.value:
        if key in shape.fields or key.startswith("x-"):
            continue
        yield Finding(
            f"{key!r} is no field of this {node.kind}; it is set aside.",
            edits=(set_aside(node, key),),
            at=node.child_pointer(key),
        )
