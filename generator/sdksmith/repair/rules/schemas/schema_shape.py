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
    from ...engine.rule import Put, Remove

_BOOLEAN_SCHEMAS: Final = frozenset((Dialect.OPENAPI_31, Dialect.OPENAPI_32))


@rule(
    "SC006",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.RESPONSE, Kind.MEDIA_TYPE, Kind.DEFINITIONS),
    title="Convert invalid schema values to objects",
    safety=Safety.LIKELY,
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
    place = node.child_pointer(key)
    if field.form is Form.MAP and isinstance(value, dict):
        yield from _entries(node, key, value)
    elif field.form is Form.LIST and isinstance(value, list) and value:
        for index, entry in enumerate(value):
            if not _is_schema(entry, node):
                new = read_schema(entry, node.document)
                yield _finding(key, put(f"{place}/{index}", new))
    elif field.form is Form.MAP:
        edit: Put | Remove = put(place, _named(value))
        yield Finding(
            f"`{key}` must be a map of schemas; corrected", edits=(edit,), at=place
        )
    elif field.form is Form.LIST:
        one = isinstance(value, dict)
        edit = put(place, [value]) if one else remove(place)
        yield Finding(
            f"`{key}` must be a list of schemas; corrected", edits=(edit,), at=place
        )
    elif key == "additionalProperties":
        yield from _additional(node, place, value)
    elif not _is_schema(value, node) and not (
        key == "items" and isinstance(value, list)
    ):
        yield _finding(key, put(place, read_schema(value, node.document)))


def _entries(node: Node, key: str, entries: JsonObject) -> Iterator[Finding]:
    for name, entry in entries.items():
        if not _is_schema(entry, node):
            place = node.child_pointer(*((key, name) if key else (name,)))
            yield _finding(name, put(place, read_schema(entry, node.document)))


def _additional(node: Node, place: str, value: JsonValue) -> Iterator[Finding]:
    if isinstance(value, dict | bool):
        return
    flag = read_boolean(value)
    if flag is not ABSENT:
        yield _finding("additionalProperties", put(place, flag is True))
    elif value is None:
        yield _finding("additionalProperties", remove(place))
    else:
        schema = read_schema(value, node.document)
        yield _finding("additionalProperties", put(place, schema))


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
