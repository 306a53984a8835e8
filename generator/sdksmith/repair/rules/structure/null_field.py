"""SH002: null in fields that do not allow it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Safety
from ....spec.grammar import Form, Kind
from ...engine.mismatches import STRUCTURED, may_have_mismatches, type_mismatches
from ...engine.rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue
    from ...engine.mismatches import TypeMismatch
    from ...engine.rule import EditOp

_NAMED: Final = (Kind.PATHS, Kind.PATH_ITEM, Kind.OPERATION)
"""Kinds of objects that are meaningful even when they are empty."""


@rule(
    "SH002",
    on=STRUCTURED,
    title="Remove fields that are null",
    safety=Safety.EXACT,
    having=may_have_mismatches,
    when=type_mismatches,
    bad="""
    host: null
    paths:
      /parcels:
        get:
          description: null
          parameters: [null]
          security: [{key: null}]
          responses: {"200": {description: Parcels.}}
    securityDefinitions:
      key: {type: apiKey, in: header, name: X-Key}
    """,
    good="""
    paths:
      /parcels:
        get:
          parameters: []
          security: [{key: []}]
          responses: {"200": {description: Parcels.}}
    securityDefinitions:
      key: {type: apiKey, in: header, name: X-Key}
    """,
)
def null_field(node: Node) -> Iterator[Finding]:
    """A field that is null is removed, because null is only allowed as a data value.

    YAML reads a key without a value as null, and generators write null for unknown
    values. An entry of a map is kept because its name carries information; it becomes
    an empty object, list or string. The same applies to `paths` and to the operations
    of a path.
    """
    for mismatch in type_mismatches(node):
        if mismatch.value is None:
            at = node.child_pointer(*mismatch.tokens)
            yield Finding(
                f"{mismatch.label} must not be null; removed or made empty",
                edits=(_edit(mismatch, at),),
                at=at,
            )


def _edit(mismatch: TypeMismatch, at: str) -> EditOp:
    if mismatch.in_list:
        return remove(at)
    if mismatch.is_entry or mismatch.field.kind in _NAMED:
        empty: dict[Form, JsonValue] = {Form.STRING: "", Form.STRINGS: []}
        return put(at, empty.get(mismatch.field.form, {}))
    return remove(at)
