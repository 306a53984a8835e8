"""SH006: strings, lists and other values where an object is required."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Form, Kind
from ...engine.mismatches import STRUCTURED, may_have_mismatches, type_mismatches
from ...engine.rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonValue
    from ...engine.mismatches import TypeMismatch

_TEXT_FIELD: Final = {
    Kind.INFO: "title",
    Kind.TAG: "name",
    Kind.LICENSE: "name",
    Kind.EXTERNAL_DOCS: "url",
    Kind.SERVER: "url",
    Kind.RESPONSE: "description",
    Kind.HEADER: "description",
    Kind.REQUEST_BODY: "description",
    Kind.SERVER_VARIABLE: "default",
    Kind.ENCODING: "contentType",
}
"""Field that a string in place of an object is assigned to, by kind."""


@rule(
    "SH006",
    on=STRUCTURED,
    title="Convert values to objects where an object is required",
    safety=Safety.LIKELY,
    having=may_have_mismatches,
    when=type_mismatches,
    bad="""
    tags: [parcels]
    externalDocs: https://example.com/docs
    paths:
      /parcels:
        get:
          parameters: [page]
          responses: {"200": Parcels.}
        put: [{responses: {"200": {description: Parcels.}}}]
        delete: not yet
      /labels: to be done
    """,
    good="""
    tags: [{name: parcels}]
    externalDocs: {url: "https://example.com/docs"}
    paths:
      /parcels:
        get:
          parameters: []
          responses: {"200": {description: Parcels.}}
        put: {responses: {"200": {description: Parcels.}}}
    """,
)
def object_expected(node: Node) -> Iterator[Finding]:
    """A string where an object is required is read as the main field of the object.

    For example, a string in place of a response is its description, and a string in
    place of a tag its name. A list of one object is read as this object. Any other
    value is removed, because it contains nothing that a client could use.
    """
    for mismatch in type_mismatches(node):
        value = mismatch.value
        if mismatch.field.form is not Form.OBJECT or value is None or value == []:
            continue
        at = node.child_pointer(*mismatch.tokens)
        intended = _read(mismatch, value)
        kind = mismatch.field.kind
        if intended is not None:
            message = f"{mismatch.label} must be an object ({kind}); converted"
            yield Finding(message, edits=(put(at, intended),), at=at)
        else:
            yield Finding(
                f"{mismatch.label} is not a valid {kind}; removed",
                edits=(remove(at),),
                at=at,
                effect=Effect.OMITTED,
                omitted=1 if kind is Kind.OPERATION else 0,
            )


def _read(mismatch: TypeMismatch, value: JsonValue) -> JsonValue:
    """Return the object that a value stands for, or None if it cannot be converted."""
    kind = mismatch.field.kind
    if isinstance(value, list):
        objects = [item for item in value if isinstance(item, dict)]
        if kind is Kind.PATHS:
            return {key: item for entry in objects for key, item in entry.items()}
        return objects[0] if len(value) == len(objects) == 1 else None
    if isinstance(value, str) and value and kind is Kind.SECURITY_REQUIREMENT:
        return {value: []}
    field = _TEXT_FIELD.get(kind) if kind is not None else None
    return {field: value} if isinstance(value, str) and field is not None else None
