"""How the value of a schema is described in a parameter of Swagger 2.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..jsondata import text_of
from .keywords import VALUE_KEYWORDS
from .type_names import PARAMETER_TYPES, UNTYPED, read_type

if TYPE_CHECKING:
    from ..jsondata import JsonObject, JsonValue
    from .rule import Context

_DEPTH = 8
"""How many arrays may nest before the innermost counts as untyped."""


def describe_value(
    schema: JsonValue, document: Context, depth: int = _DEPTH
) -> JsonObject:
    """Return the fields that describe a value of `schema` outside a body.

    References are followed. What only a schema can say, such as the properties of an
    object, is lost: such a value is a string marked as untyped. Extensions are kept.
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
        # Nothing is known of the items of an array that nests without end.
        items = schema.get("items") if depth else None
        value["items"] = describe_value(items, document, depth - 1)
    return value


def form_field(
    name: str, schema: JsonValue, document: Context, *, required: bool
) -> JsonObject:
    """Return the form parameter that carries a property of an object."""
    field: JsonObject = {"name": name, "in": "formData"}
    description = schema.get("description") if isinstance(schema, dict) else None
    if isinstance(description, str):
        field["description"] = description
    if required:
        field["required"] = True
    return field | describe_value(schema, document)


def form_fields(body: JsonObject, document: Context) -> list[JsonObject]:
    """Return the form parameters that carry what a body parameter would.

    The properties of an object become one each; any other body is one of its name.
    """
    schema = body.get("schema")
    whole = schema
    if isinstance(schema, dict) and isinstance(schema.get("$ref"), str):
        whole = document.resolve(schema["$ref"])
    properties = whole.get("properties") if isinstance(whole, dict) else None
    if isinstance(whole, dict) and isinstance(properties, dict) and properties:
        listed = whole.get("required")
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
