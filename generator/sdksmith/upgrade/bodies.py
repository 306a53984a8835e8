"""Conversion of Swagger 2.0 body and form parameters to request bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..json_data import object_of, text_of
from ..load.document import join
from .conversion import JSON_MEDIA_TYPE
from .parameters import form_style, value_schema

if TYPE_CHECKING:
    from ..json_data import JsonObject
    from .conversion import Conversion, Shared

_FORM: Final = "application/x-www-form-urlencoded"
_MULTIPART: Final = "multipart/form-data"


def upgrade_shared_bodies(conversion: Conversion) -> JsonObject:
    """Return `components.requestBodies`, converted from the shared body parameters."""
    bodies: JsonObject = {}
    for name, node in object_of(conversion.root.get("parameters")).items():
        shared = conversion.shared(node, "parameters")
        if shared.node.get("in") == "body":
            bodies[name] = _json_body(conversion, shared.node, {})
    return bodies


def upgrade_body(
    conversion: Conversion, operation: JsonObject, body: dict[str, Shared]
) -> JsonObject | None:
    """Return the request body of an operation, or None if it has no body.

    If an operation has both form fields and a body, which 2.0 does not allow, the form
    fields are used: a form cannot contain the schema of the body, but the fields can be
    sent.
    """
    fields = [item.node for item in body.values() if item.node.get("in") == "formData"]
    if fields:
        return _form_body(conversion, operation, fields)
    shared = next(iter(body.values()), None)
    if shared is None:
        return None
    own_types = isinstance(operation.get("consumes"), list)
    if shared.name is not None and not own_types:
        reference = "#" + join("/components/requestBodies", shared.name)
        return conversion.derived({"$ref": reference}, shared.node)
    return _json_body(conversion, shared.node, operation)


def _json_body(
    conversion: Conversion, node: JsonObject, operation: JsonObject
) -> JsonObject:
    schema = conversion.schemas.convert(node.get("schema", {}))
    example = node.get("x-example")
    content: JsonObject = {}
    for media_type in conversion.consumes(operation) or [JSON_MEDIA_TYPE]:
        media: JsonObject = {"schema": schema}
        if "x-example" in node:
            media["example"] = example
        content[media_type] = media
    new: JsonObject = {"content": content}
    if text_of(node.get("description")):
        new["description"] = node["description"]
    if node.get("required") is True:
        new["required"] = True
    return conversion.derived(new, node)


def _form_body(
    conversion: Conversion, operation: JsonObject, fields: list[JsonObject]
) -> JsonObject:
    properties: JsonObject = {}
    encoding: JsonObject = {}
    for field in fields:
        name = text_of(field.get("name"))
        properties[name] = _form_property(conversion, field)
        style = form_style(field)
        if style:
            encoding[name] = conversion.derived(style, field)
    required = [
        text_of(field.get("name")) for field in fields if field.get("required") is True
    ]
    schema: JsonObject = {"type": "object", "properties": properties}
    if required:
        schema["required"] = [*dict.fromkeys(required)]
    conversion.derived(schema, operation)
    content: JsonObject = {}
    for media_type in _form_types(conversion, operation, fields):
        media: JsonObject = {"schema": schema}
        if encoding:
            media["encoding"] = encoding
        content[media_type] = media
    new: JsonObject = {"content": content}
    if required:
        new["required"] = True
    return conversion.derived(new, operation.get("parameters", operation))


def _form_property(conversion: Conversion, field: JsonObject) -> JsonObject:
    schema: JsonObject = dict(object_of(value_schema(conversion, field)))
    if text_of(field.get("description")):
        schema["description"] = field["description"]
    if "x-example" in field:
        schema.setdefault("examples", [field["x-example"]])
    if field.get("x-deprecated") is True or field.get("deprecated") is True:
        schema["deprecated"] = True
    if field.get("x-sdksmith-untyped") is True:
        schema["x-sdksmith-untyped"] = True
    return conversion.derived(schema, field)


def _form_types(
    conversion: Conversion, operation: JsonObject, fields: list[JsonObject]
) -> list[str]:
    """Return the media types of a form; files require multipart (2.0, "file")."""
    if any(_is_file(field) for field in fields):
        return [_MULTIPART]
    listed = [
        media_type
        for media_type in conversion.consumes(operation)
        if media_type.split(";")[0].strip().lower() in {_FORM, _MULTIPART}
    ]
    return listed or [_FORM]


def _is_file(field: JsonObject) -> bool:
    items = object_of(field.get("items"))
    return field.get("type") == "file" or items.get("type") == "file"
