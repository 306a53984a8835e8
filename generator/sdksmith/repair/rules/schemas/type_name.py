"""SC001: invalid types of schemas, parameters and headers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ....report.diagnostics import Safety
from ....spec.grammar import Kind
from ...engine.keywords import has_value, is_file_response
from ...engine.rule import Finding, Node, put, remove, rule
from ...readings.parameter_values import describe_value
from ...readings.schema_readings import read_schema_name
from ...readings.type_names import JSON_TYPES, PARAMETER_TYPES, UNTYPED

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ....json_data import JsonObject
    from ...engine.outlines import Outline
    from ...engine.rule import EditOp


def _has_other_type(outline: Outline) -> bool:
    known = JSON_TYPES if outline.kind is Kind.SCHEMA else PARAMETER_TYPES
    return "type" in outline.types and outline.json_type not in known


@rule(
    "SC001",
    on=(Kind.SCHEMA, Kind.PARAMETER, Kind.ITEMS, Kind.HEADER),
    title="Correct invalid schema types",
    safety=Safety.LIKELY,
    having=_has_other_type,
    bad="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: page, in: query, type: <td>int</td>}
          - {name: city, in: query, type: place}
          responses: {"200": {description: Parcels.}}
    definitions:
      Parcel:
        type: object
        properties:
          sent: {type: datetime}
          city: {type: place}
    """,
    good="""
    swagger: "2.0"
    info: {title: Parcels, version: "1"}
    paths:
      /parcels:
        get:
          parameters:
          - {name: page, in: query, type: integer}
          - {name: city, in: query, type: string, x-sdksmith-untyped: true}
          responses: {"200": {description: Parcels.}}
    definitions:
      Parcel:
        type: object
        properties:
          sent: {type: string, format: date-time}
          city: {}
    """,
)
def type_name(node: Node) -> Iterator[Finding]:
    """`type` must be one of the types of JSON Schema.

    These are `string`, `number`, `integer`, `boolean`, `array`, `object` and `null`.
    Other names for them are read as the type that they mean: `int`, `Float`, `datetime`
    (a string with that format), `string[]`, or the name of a schema. Any other name is
    removed, so that the schema accepts any value. A parameter must have a type, so it
    becomes a string with `x-sdksmith-untyped: true`, and the client accepts any value
    for it.
    """
    written = node.get("type")
    if "type" not in node.value or (isinstance(written, list) and written):
        return
    in_schema = node.kind is Kind.SCHEMA
    if not in_schema and not (node.document.is_swagger and has_value(node)):
        return
    known = JSON_TYPES if in_schema else PARAMETER_TYPES
    file = is_file_response(node) or (
        written == "file" and node.get("in") == "formData"
    )
    if file or (isinstance(written, str) and written in known):
        return
    word = written if isinstance(written, str) else ""
    intended = read_schema_name(word, node.document) or {}
    if in_schema:
        edits = _repair_schema(node, intended)
    elif intended.get("format") == "binary" and node.kind is Kind.PARAMETER:
        # Only a form can contain the content of a file.
        new = "file" if node.get("in") == "formData" else "string"
        edits = [put(node.child_pointer("type"), new)]
    else:
        edits = _complete(node, describe_value(intended, node.document))
    yield Finding(
        f"{written!r} is not a valid type; read as {_describe(intended)}",
        edits=tuple(edits),
    )


def _repair_schema(node: Node, intended: JsonObject) -> list[EditOp]:
    if "$ref" in intended:
        # Only the description is of use next to a reference.
        kept = {key: node.value[key] for key in node.value if key == "description"}
        return [put(node.pointer, kept | intended)]
    if not intended:
        return [remove(node.child_pointer("type"))]
    return _complete(node, intended)


def _complete(node: Node, intended: JsonObject) -> list[EditOp]:
    """Set the type, and the keywords that the word implies and the author omitted."""
    edits: list[EditOp] = [put(node.child_pointer("type"), intended["type"])]
    edits += [
        put(node.child_pointer(key), value)
        for key, value in intended.items()
        if key != "type" and key not in node.value
    ]
    return edits


def _describe(intended: JsonObject) -> str:
    if not intended or intended.get(UNTYPED):
        return "any value"
    if "$ref" in intended:
        return f"the schema `{intended['$ref']}`"
    named = f"type `{intended.get('type')}`"
    format_name = intended.get("format")
    return f"{named} with format `{format_name}`" if format_name else named
