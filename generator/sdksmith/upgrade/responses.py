"""Conversion of Swagger 2.0 responses to OpenAPI 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..json_data import object_of, text_of
from ..load.document import join
from .conversion import JSON_MEDIA_TYPE
from .parameters import TYPE_KEYS, array_schema, value_schema

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue
    from .conversion import Conversion


def upgrade_responses(conversion: Conversion, operation: JsonObject) -> JsonObject:
    """Return the responses of an operation.

    They include the ranges in `x-sdksmith-response-ranges`, which 2.0 cannot express.
    """
    listed = object_of(operation.get("responses"))
    ranges = object_of(operation.get("x-sdksmith-response-ranges"))
    new: JsonObject = {}
    for code, node in (*listed.items(), *ranges.items()):
        if code.startswith("x-"):
            new[code] = node
        elif isinstance(node, dict):
            new[code] = _use(conversion, operation, node)
    return conversion.derived(new, listed) if listed else new


def upgrade_shared_responses(conversion: Conversion) -> JsonObject:
    """Return `components.responses` of a document."""
    listed = object_of(conversion.root.get("responses"))
    responses: JsonObject = {}
    for name, node in listed.items():
        shared = conversion.shared(node, "responses")
        responses[name] = _response(conversion, shared.node, {})
    return conversion.derived(responses, listed)


def describes_content(conversion: Conversion, operation: JsonObject) -> bool:
    """Return whether any response of an operation declares a schema."""
    listed = object_of(operation.get("responses"))
    return any(
        "schema" in conversion.shared(node, "responses").node
        for node in listed.values()
    )


def _use(conversion: Conversion, operation: JsonObject, node: JsonObject) -> JsonObject:
    shared = conversion.shared(node, "responses")
    own_types = conversion.produces(operation) != conversion.produces({})
    if shared.name is not None and not (own_types and "schema" in shared.node):
        reference = "#" + join("/components/responses", shared.name)
        return conversion.derived({"$ref": reference}, node)
    return _response(conversion, shared.node, operation)


def _response(
    conversion: Conversion, node: JsonObject, operation: JsonObject
) -> JsonObject:
    if "$ref" in node:  # a reference to another file, which is preserved
        return node
    new: JsonObject = {"description": text_of(node.get("description"))}
    headers = object_of(node.get("headers"))
    if headers:
        new["headers"] = _headers(conversion, headers)
    content = _content(conversion, node, operation)
    if content:
        new["content"] = content
    new.update({key: value for key, value in node.items() if key.startswith("x-")})
    return conversion.derived(new, node)


def _content(
    conversion: Conversion, node: JsonObject, operation: JsonObject
) -> JsonObject:
    examples = object_of(node.get("examples"))
    if "schema" not in node:
        return {media: {"example": value} for media, value in _media_types(examples)}
    schema = conversion.schemas.convert(node["schema"])
    default = JSON_MEDIA_TYPE
    if object_of(node["schema"]).get("type") == "file":
        default = "application/octet-stream"
    content: JsonObject = {}
    for media_type in conversion.produces(operation) or [default]:
        media: JsonObject = {"schema": schema}
        if media_type in examples:
            media["example"] = examples[media_type]
        content[media_type] = media
    return content


def _media_types(examples: JsonObject) -> list[tuple[str, JsonValue]]:
    """Return the examples whose key is a media type, which is not true of all keys."""
    return [(key, value) for key, value in examples.items() if "/" in key]


def _headers(conversion: Conversion, headers: JsonObject) -> JsonObject:
    new: JsonObject = {}
    for name, node in headers.items():
        if not isinstance(node, dict):
            continue
        header: JsonObject = {
            key: value
            for key, value in node.items()
            if key == "description" or (key.startswith("x-") and key not in TYPE_KEYS)
        }
        header["schema"] = value_schema(conversion, node)
        if array_schema(node):
            header.update({"style": "simple", "explode": False})
        new[name] = conversion.derived(header, node)
    return conversion.derived(new, headers)
