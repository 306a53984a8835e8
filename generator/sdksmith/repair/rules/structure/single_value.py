"""SH003: single values and maps where a list is required."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import object_of
from ....report.diagnostics import Effect, Safety
from ....spec.grammar import Form, Kind
from ...engine.mismatches import STRUCTURED, may_have_mismatches, type_mismatches
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.strings import read_string

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonArray, JsonObject, JsonValue
    from ...engine.mismatches import TypeMismatch

_COMMA_SEPARATED: Final = frozenset(("consumes", "produces", "schemes"))
_NAME_FIELD: Final = {
    Kind.TAG: "name",
    Kind.PARAMETER: "name",
    Kind.SERVER: "url",
}
"""Field that identifies an object of each kind."""


@rule(
    "SH003",
    on=tuple(kind for kind in STRUCTURED if kind is not Kind.SCHEMA),
    title="Convert single values to lists where a list is required",
    safety=Safety.LIKELY,
    having=may_have_mismatches,
    when=type_mismatches,
    bad="""
    consumes: application/json, text/xml
    paths:
      /parcels:
        parameters:
          page: {in: query, type: integer}
        get:
          tags: parcels
          security: {key: []}
          responses: {"200": {description: Parcels.}}
    securityDefinitions:
      key: {type: apiKey, in: header, name: X-Key}
    """,
    good="""
    consumes: [application/json, text/xml]
    paths:
      /parcels:
        parameters:
        - {in: query, type: integer, name: page}
        get:
          tags: [parcels]
          security: [{key: []}]
          responses: {"200": {description: Parcels.}}
    securityDefinitions:
      key: {type: apiKey, in: header, name: X-Key}
    """,
)
def single_value(node: Node) -> Iterator[Finding]:
    """A single value where the specification requires a list is read as a list of one.

    A map of parameters, tags or servers by name is read as a list of them. Media types
    and schemes that are written in one string are split at the commas. A value that
    cannot be an entry of the list is removed.
    """
    for mismatch in type_mismatches(node):
        if mismatch.field.form not in {Form.LIST, Form.STRINGS}:
            continue
        if mismatch.value is None or mismatch.value == {}:
            continue
        at = node.child_pointer(*mismatch.tokens)
        items = _items(node, mismatch)
        if items is not None:
            message = f"{mismatch.label} must be a list; converted to a list"
            yield Finding(message, edits=(put(at, items),), at=at)
        else:
            yield Finding(
                f"{mismatch.label} must be a list, got a value that cannot be an entry; "
                "removed",
                edits=(remove(at),),
                at=at,
                effect=Effect.OMITTED,
            )


def _items(node: Node, mismatch: TypeMismatch) -> JsonArray | None:
    """Return the list that a value stands for, or None if it cannot be converted."""
    value = mismatch.value
    if mismatch.field.form is Form.STRINGS:
        return _texts(node, mismatch)
    kind = mismatch.field.kind
    if kind is Kind.SECURITY_REQUIREMENT and isinstance(value, str):
        return [{value: []}]
    name_field = _NAME_FIELD.get(kind) if kind is not None else None
    if isinstance(value, str) and name_field is not None:
        return [{name_field: value}]
    if not isinstance(value, dict):
        return None
    if name_field is None or name_field in value or "$ref" in value:
        return [value]
    return _by_name(value, name_field)


def _texts(node: Node, mismatch: TypeMismatch) -> JsonArray:
    key, value = mismatch.key, mismatch.value
    if isinstance(value, dict):
        return [*value]
    if not isinstance(value, str):
        # `{key: true}` in a security requirement means an empty list of scopes.
        text = read_string(node, value, *mismatch.tokens)
        return [text] if isinstance(text, str) and not isinstance(value, bool) else []
    if key in _COMMA_SEPARATED:
        return [part.strip() for part in value.split(",") if part.strip()]
    return [value] if value else []


def _by_name(values: JsonObject, name_field: str) -> JsonArray | None:
    """Return the entries of a map as a list, or None if it is not a map of objects."""
    if not all(isinstance(value, dict) for value in values.values()):
        return None
    return [
        (
            object_of(value)
            if "$ref" in object_of(value)
            else _named(key, value, name_field)
        )
        for key, value in values.items()
    ]


def _named(key: str, value: JsonValue, name_field: str) -> JsonObject:
    named = object_of(value)
    return named if name_field in named else {**named, name_field: key}
