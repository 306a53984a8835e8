"""SH008: fields that the specification does not define."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ....spec.tables import grammar
from ...engine.mismatches import STRUCTURED
from ...engine.rule import Finding, Node, move_to_extension, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

_ELSEWHERE: Final = frozenset(
    (
        *(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
        *(Kind.XML, Kind.EXTERNAL_DOCS),
        *(Kind.PATH_ITEM, Kind.DEFINITIONS, Kind.SECURITY_SCHEME),
    )
)
"""Kinds whose unknown fields have a meaning and are handled by other rules."""


@rule(
    "SH008",
    on=tuple(kind for kind in STRUCTURED if kind not in _ELSEWHERE),
    title="Move unknown fields to extensions",
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
    """A field that the specification does not define must start with `x-`.

    Validators reject objects with other fields. The field is renamed to an extension
    with the prefix `x-` and keeps its value: `rateLimit` becomes `x-rateLimit`. It is
    removed if the object already has this extension.

    Fields that a later version of the specification defines keep their meaning if they
    describe the content of a body: `itemSchema` becomes `x-itemSchema`, which sdksmith
    reads in the same way.
    """
    shape = grammar(node.document.dialect).shapes[node.kind]
    if shape.others is not None or not shape.extensible:
        return
    for key in node.value:
        if key in shape.fields or key.startswith("x-"):
            continue
        message = f"{key!r} is not a field of this {node.kind}; moved to an extension"
        if key in shape.later:
            message = (
                f"{key!r} is not a field of this {node.kind} in "
                f"{node.document.dialect}; moved to the extension 'x-{key}', which is "
                "read instead"
            )
        yield Finding(
            message,
            edits=(move_to_extension(node, key),),
            at=node.child_pointer(key),
        )
