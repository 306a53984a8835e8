"""Conversion of Swagger 2.0 bodies and values to OpenAPI 3."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Final

from ...json_data import object_of, text_of, texts_of
from ...spec.grammar import Form, Kind
from ...spec.tables import grammar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...json_data import JsonObject
    from ...load.document import Dialect
    from ..engine.rule import Node

JSON: Final = "application/json"
FORM: Final = "application/x-www-form-urlencoded"
MULTIPART: Final = "multipart/form-data"

_NOT_VALUE_KEYWORDS: Final = frozenset(
    ("description", "deprecated", "example", "examples", "required", "$ref", "xml")
)
"""Schema fields that parameters also have, or that do not describe the value."""
_FILE: Final[JsonObject] = {"type": "string", "format": "binary"}


@cache
def value_keywords(dialect: Dialect) -> frozenset[str]:
    """Return the schema keywords that Swagger 2.0 allows directly in a parameter."""
    fields = grammar(dialect).shapes[Kind.SCHEMA].fields
    texts = {"type", "format", "pattern"}
    return frozenset(
        key
        for key, field in fields.items()
        if key not in _NOT_VALUE_KEYWORDS
        and (field.form is not Form.STRING or key in texts)
    )


def value_schema(value: JsonObject, dialect: Dialect) -> JsonObject:
    """Return the schema of a Swagger 2.0 parameter, header or items object."""
    if value.get("type") == "file":
        return _FILE
    known = value_keywords(dialect)
    return {key: item for key, item in value.items() if key in known}


def media_types(node: Node, key: str) -> list[str]:
    """Return the media types in `consumes` or `produces` of the nearest parent.

    OpenAPI 3 does not define these fields, so a repair may have moved them to an
    extension already.
    """
    for place in (node, *node.ancestors()):
        for name in (key, f"x-{key}"):
            if named := texts_of(place.get(name)):
                return named
    return []


def form_schema(fields: Iterable[JsonObject], dialect: Dialect) -> JsonObject:
    """Return the schema of a form whose fields are `in: formData` parameters."""
    properties: JsonObject = {}
    required: list[str] = []
    for item in fields:
        name = text_of(item.get("name"))
        schema = object_of(item.get("schema")) or value_schema(item, dialect)
        if text := text_of(item.get("description")):
            schema = {**schema, "description": text}
        properties[name] = schema
        if item.get("required") is True:
            required.append(name)
    form: JsonObject = {"type": "object", "properties": properties}
    return {**form, "required": [*required]} if required else form
