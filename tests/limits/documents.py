"""Building blocks of the documents of this folder."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue

OK: Final[JsonObject] = {"200": {"description": "OK"}}
TEXT: Final[JsonObject] = {"type": "string"}


def ref(name: str, section: str = "schemas") -> JsonObject:
    """Return a reference to a component."""
    return {"$ref": f"#/components/{section}/{name}"}


def content(schema: JsonValue) -> JsonObject:
    """Return the `content` of a JSON body."""
    return {"application/json": {"schema": schema}}


def returns(schema: JsonValue) -> JsonObject:
    """Return an operation with a response of a schema."""
    return {"responses": {"200": {"description": "OK", "content": content(schema)}}}


def takes(schema: JsonValue, **fields: JsonValue) -> JsonObject:
    """Return an operation with a required body of a schema, which it also returns."""
    body: JsonObject = {"required": True, "content": content(schema)}
    return {"requestBody": body, **returns(schema), **fields}


def write(paths: JsonObject, **sections: JsonValue) -> bytes:
    """Return an OpenAPI 3.1 document with these sections, as JSON.

    `info` is merged with the required fields; names of sections of `components` are
    written there.
    """
    inner = ("schemas", "parameters", "responses", "headers", "requestBodies")
    parts = (*inner, "securitySchemes", "links", "callbacks", "pathItems", "examples")
    info: JsonObject = {"title": "Limits", "version": "1"}
    given = sections.pop("info", {})
    document: JsonObject = {
        "openapi": "3.1.0",
        "info": {**info, **(given if isinstance(given, dict) else {})},
        "servers": [{"url": "https://api.example.com"}],
        "paths": paths,
        "components": {key: sections.pop(key) for key in parts if key in sections},
        **sections,
    }
    return json.dumps(document).encode()


def described(text: str) -> bytes:
    """Return a document whose descriptions have a text: API, operation and schema."""
    schema: JsonObject = {
        "type": "object",
        "description": text,
        "properties": {"a": {"type": "string", "description": text}},
    }
    operation = {**returns(ref("Item")), "description": text}
    return write(
        {"/items": {"get": operation}},
        schemas={"Item": schema},
        info={"description": text},
    )


def in_quarters(text: str) -> bytes:
    """Return a document of about the size of a text, a quarter in each description."""
    return described(text[: len(text) // 4])


def with_schemas(schemas: JsonObject, name: str) -> bytes:
    """Return a document with an operation that takes and returns one of its schemas."""
    return write({"/items": {"post": takes(ref(name))}}, schemas=schemas)
