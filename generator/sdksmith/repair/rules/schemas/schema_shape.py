"""SC006: values that are not schemas where a schema is expected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ....json_data import object_of
from ....load.document import Dialect
from ....report.diagnostics import ABSENT, Safety
from ....spec.grammar import Form, Kind
from ....spec.tables import grammar
from ...engine.keywords import schema_fields
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.schema_readings import read_schema
from ...values.exact_values import read_boolean

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject, JsonValue
    from ....spec.grammar import Field
    from ...engine.outlines import Outline
    from ...engine.rule import Put, Remove

_BOOLEAN_SCHEMAS: Final = frozenset((Dialect.OPENAPI_31, Dialect.OPENAPI_32))


def _may_have_others(outline: Outline) -> bool:
    """Return whether the types do not show that all values are schemas."""
    if outline.kind is Kind.DEFINITIONS:
        return outline.expected is Kind.SCHEMA
    keys = schema_fields(outline.dialect, outline.kind)
    fields = grammar(outline.dialect).shapes[outline.kind].fields
    return any(
        key in keys and not (fields[key].form is Form.OBJECT and value_type is dict)
        for key, value_type in outline.types.items()
    )


@rule(
    "SC006",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.RESPONSE, Kind.MEDIA_TYPE, Kind.DEFINITIONS),
    title="Convert invalid schema values to objects",
    safety=Safety.LIKELY,
    having=_may_have_others,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Label: {type: object, properties: []}
      Parcel:
        type: object
        properties: {weight: number, city: The destination., label: Label}
        additionalProperties: "false"
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths: {}
    definitions:
      Label: {type: object, properties: {}}
      Parcel:
        type: object
        properties:
          weight: {type: number}
          city: {description: The destination.}
          label: {$ref: "#/definitions/Label"}
        additionalProperties: false
    """,
)
def schema_shape(node: Node) -> Iterator[Finding]:
    """Properties, items and parts of a schema are schemas, which must be objects.

    A string is read as a type or the name of a reusable schema, and otherwise as a
    description. Any other value is replaced by the empty schema, which accepts any
    value. An empty list is replaced by an empty map if a map is expected, because PHP
    writes both in the same way. From OpenAPI 3.1 on, `true` and `false` are valid
    schemas; `additionalProperties` can be a boolean in every version.
    """
    if node.kind is Kind.DEFINITIONS:
        if node.expected is Kind.SCHEMA:
            yield from _entries(node, "", node.value)
        return
    keys = schema_fields(node.document.dialect, node.kind)
    if keys.isdisjoint(node.value):
        return
    fields = grammar(node.document.dialect).shapes[node.kind].fields
    for key, value in node.value.items():
        if key in keys:
            yield from _field(node, key, value, fields[key])


def _field(node: Node, key: str, value: JsonValue, field: Field) -> Iterator[Finding]:
    if field.form is Form.MAP and isinstance(value, dict):
        yield from _entries(node, key, value)
    elif field.form is Form.LIST and isinstance(value, list) and value:
        for index, entry in enumerate(value):
            if not _is_schema(entry, node):
                new = read_schema(entry, node.document)
                yield _finding(key, put(node.child_pointer(key, index), new))
    elif key == "additionalProperties":
        yield from _additional(node, key, value)
    elif not _is_valid_alone(key, value, field, node):
        yield _corrected(node, key, value, field)


def _is_valid_alone(key: str, value: JsonValue, field: Field, node: Node) -> bool:
    """Return whether a value is valid in a field for one schema."""
    return field.form is Form.OBJECT and (
        _is_schema(value, node) or (key == "items" and isinstance(value, list))
    )


def _corrected(node: Node, key: str, value: JsonValue, field: Field) -> Finding:
    place = node.child_pointer(key)
    if field.form is Form.MAP:
        edit: Put | Remove = put(place, _named(value))
        message = f"`{key}` must be a map of schemas; corrected"
        return Finding(message, edits=(edit,), at=place)
    if field.form is Form.LIST:
        one = isinstance(value, dict)
        edit = put(place, [value]) if one else remove(place)
        message = f"`{key}` must be a list of schemas; corrected"
        return Finding(message, edits=(edit,), at=place)
    return _finding(key, put(place, read_schema(value, node.document)))


def _entries(node: Node, key: str, entries: JsonObject) -> Iterator[Finding]:
    for name, entry in entries.items():
        if not _is_schema(entry, node):
            place = node.child_pointer(*((key, name) if key else (name,)))
            yield _finding(name, put(place, read_schema(entry, node.document)))


def _additional(node: Node, key: str, value: JsonValue) -> Iterator[Finding]:
    if isinstance(value, dict | bool):
        return
    place = node.child_pointer(key)
    flag = read_boolean(value)
    if flag is not ABSENT:
        yield _finding(key, put(place, flag is True))
    elif value is None:
        yield _finding(key, remove(place))
    else:
        yield _finding(key, put(place, read_schema(value, node.document)))


def _named(value: JsonValue) -> JsonObject:
    """Return a list of named schemas as a map; empty for other values."""
    named: JsonObject = {}
    for entry in value if isinstance(value, list) else ():
        name = object_of(entry).get("name")
        if isinstance(name, str):
            fields = object_of(entry)
            named[name] = {key: fields[key] for key in fields if key != "name"}
        elif isinstance(entry, str):
            named[entry] = {}
    return named


def _is_schema(value: JsonValue, node: Node) -> bool:
    if isinstance(value, bool):
        return node.document.dialect in _BOOLEAN_SCHEMAS
    return isinstance(value, dict)


def _finding(name: str, edit: Put | Remove) -> Finding:
    message = f"{name!r} is not a valid schema; corrected"
    return Finding(message, edits=(edit,), at=edit.pointer)
