"""SH003: one value stands where a list is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...diagnostics import Effect, Safety
from ...jsondata import object_of
from ..grammar import Form, Kind
from ..misfits import STRUCTURED, misfits
from ..rule import Finding, Node, put, remove, rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...jsondata import JsonArray, JsonObject, JsonValue
    from ..misfits import Misfit

_COMMA_SEPARATED: Final = frozenset(("consumes", "produces", "schemes"))
_NAME_FIELD: Final = {
    Kind.TAG: "name",
    Kind.PARAMETER: "name",
    Kind.SERVER: "url",
}
"""The field that says which of its kind an object is."""


@rule(
    "SH003",
    on=tuple(kind for kind in STRUCTURED if kind is not Kind.SCHEMA),
    title="Make one value a list where a list is asked for",
    safety=Safety.LIKELY,
    when=misfits,
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
def lone_value(node: Node) -> Iterator[Finding]:
    """A single value where the specification asks for a list is a list of that one.

    A map of parameters or tags by name is a list of them, and media types or schemes
    in one text are told apart at the commas. What can be no entry is taken out.
    """
    for misfit in misfits(node):
        if misfit.field.form not in {Form.LIST, Form.TEXTS}:
            continue
        if misfit.value is None or misfit.value == {}:
            continue
        at = node.child_pointer(*misfit.tokens)
        items = _items(misfit)
        if items is not None:
            message = f"{misfit.label} must be a list, even of one."
            yield Finding(message, edits=(put(at, items),), at=at)
        else:
            yield Finding(
                f"{misfit.label} is a list; what stands here cannot be in it.",
                edits=(remove(at),),
                at=at,
                effect=Effect.OMITTED,
            )


def _items(misfit: Misfit) -> JsonArray | None:
    """Return the list that is meant, None if nothing shows it."""
    value = misfit.value
    if misfit.field.form is Form.TEXTS:
        return _texts(misfit.key, value)
    kind = misfit.field.kind
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


def _texts(key: str, value: JsonValue) -> JsonArray:
    if isinstance(value, dict):
        return [*value]
    if not isinstance(value, str):
        # `{key: true}` in a security requirement asks for no scope.
        return [] if isinstance(value, bool) else [str(value)]
    if key in _COMMA_SEPARATED:
        return [part.strip() for part in value.split(",") if part.strip()]
    return [value] if value else []


def _by_name(values: JsonObject, name_field: str) -> JsonArray | None:
    """Return the entries of a map as a list, None when it is no map of objects."""
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
