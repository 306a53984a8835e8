"""Conversion of schemas to the value keywords of Swagger 2.0 parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...json_data import text_of
from ..engine.keywords import VALUE_KEYWORDS
from .type_names import PARAMETER_TYPES, UNTYPED, read_type

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue
    from ..engine.context import Context

_DEPTH = 8
"""Maximum nesting of arrays; deeper ones are untyped."""


def describe_value(
    schema: JsonValue, document: Context, depth: int = _DEPTH
) -> JsonObject:
    """Return the fields that describe a value of `schema` outside of a body.

    References are followed and extensions are preserved. A value that only a schema can
    describe, such as an object, becomes a string that is marked as untyped.
    """
    if isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
        schema = document.resolve(schema["$ref"])
    if not isinstance(schema, dict):
        return {"type": "string", UNTYPED: True}
    parts = schema.get("allOf")
    if isinstance(parts, list) and len(parts) == 1 and "type" not in schema and depth:
        return describe_value(parts[0], document, depth - 1)
    value = {
        key: part
        for key, part in schema.items()
        if key in VALUE_KEYWORDS or key.startswith("x-")
    }
    reading = read_type(text_of(schema.get("type")))
    if reading is None or reading.type not in PARAMETER_TYPES:
        return {"type": "string", UNTYPED: True}
    value["type"] = reading.type
    if reading.format:
        value.setdefault("format", reading.format)
    if value["type"] == "array":
        # The items of an array that is nested too deeply are untyped.
        items = schema.get("items") if depth else None
        value["items"] = describe_value(items, document, depth - 1)
    return value


def form_field(
    name: str, schema: JsonValue, document: Context, *, required: bool
) -> JsonObject:
    """Return the form parameter for a property of an object."""
    field: JsonObject = {"name": name, "in": "formData"}
    description = schema.get("description") if isinstance(schema, dict) else None
    if isinstance(description, str):
        field["description"] = description
    if required:
        field["required"] = True
    return field | describe_value(schema, document)


def form_fields(body: JsonObject, document: Context) -> list[JsonObject]:
    """Return the form parameters that replace a body parameter.

    An object becomes one form parameter per property. Any other body becomes a single
    form parameter with the name of the body parameter.
    """
    schema = body.get("schema")
    complete = schema
    if isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
        complete = document.resolve(schema["$ref"])
    properties = complete.get("properties") if isinstance(complete, dict) else None
    if isinstance(complete, dict) and isinstance(properties, dict) and properties:
        listed = complete.get("required")
        needed = listed if isinstance(listed, list) else []
        return [
            form_field(name, part, document, required=name in needed)
            for name, part in properties.items()
        ]
    name = body.get("name")
    field = form_field(
        name if isinstance(name, str) else "body",
        schema,
        document,
        required=body.get("required") is True,
    )
    description = body.get("description")
    return [field | ({"description": description} if description else {})]
