"""Documents whose schemas have the names that generated modules use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

from sdksmith.plan.contract import EXCEPTIONS, EXPORTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from sdksmith.json_data import JsonObject

_TYPING: Final = (
    *("Annotated", "Any", "Callable", "Enum", "Field", "Final", "Generic", "IntEnum"),
    *("Literal", "Mapping", "NotRequired", "Path", "Required", "Self", "Sequence"),
    *("StrEnum", "TypeAlias", "TypeAliasType", "TypedDict", "UUID", "Union"),
    *("AsyncClient", "Client", "ErrorCode", "Models", "Params", "Webhooks"),
)
_BUILTINS: Final = ("BaseException", "Ellipsis", "Exception", "TypeError", "Warning")


def reserved_names() -> list[str]:
    """Return the names of classes that a generated module uses for something else."""
    names = {*EXPORTS, *EXCEPTIONS, *_TYPING, *_BUILTINS}
    return sorted(name for name in names if re.fullmatch(r"[A-Z]\w*[a-z]\w*", name))


def _record(name: str) -> JsonObject:
    return {
        "type": "object",
        "required": ["id", "kind"],
        "properties": {
            "id": {"type": "string", "format": "uuid"},
            "kind": {"type": "string", "enum": ["first", "second"]},
            "kebab-case": {"type": "string", "format": "byte"},
            "anything": {},
            "models": {"type": "array", "items": {"$ref": _pointer(name)}},
        },
        "additionalProperties": {"type": "integer"},
    }


def _enumeration(name: str) -> JsonObject:
    return {"type": "string", "enum": ["first", "second"]}


def _union(name: str) -> JsonObject:
    return {
        "oneOf": [{"$ref": _pointer("Boat")}, {"$ref": _pointer("Raft")}],
        "discriminator": {
            "propertyName": "type",
            "mapping": {"boat": _pointer("Boat"), "raft": _pointer("Raft")},
        },
    }


def _nested(name: str) -> JsonObject:
    return {"type": "array", "items": {"anyOf": [_string(), {"$ref": _pointer(name)}]}}


SHAPES: Final[dict[str, Callable[[str], JsonObject]]] = {
    "record": _record,
    "enumeration": _enumeration,
    "union": _union,
    "nested": _nested,
}
"""Functions that return a schema, by its shape."""

_CLIENT_METHODS: Final = {
    "get": "Operation",
    "post": "Client",
    "put": "Service",
    "patch": "Options",
    "delete": "AsyncClient",
}


def _string() -> JsonObject:
    return {"type": "string"}


def _vessel(name: str) -> JsonObject:
    kind: JsonObject = {"type": "string", "enum": [name]}
    return {"type": "object", "required": ["type"], "properties": {"type": kind}}


def _pointer(name: str) -> str:
    return f"#/components/schemas/{name}"


def _content(schema: JsonObject) -> JsonObject:
    return {"content": {"application/json": {"schema": schema}}}


def _response(schema: JsonObject) -> JsonObject:
    return {"description": "OK", **_content(schema)}


def _paths(name: str) -> dict[str, Any]:
    """Return operations of one resource that use a schema in every location."""
    schema: JsonObject = {"$ref": _pointer(name)}
    many: JsonObject = {"type": "array", "items": schema}
    each: JsonObject = {"type": "object", "additionalProperties": schema}
    either: JsonObject = {"anyOf": [schema, {"$ref": _pointer("Boat")}]}
    form: JsonObject = {
        "type": "object",
        "properties": {"one": schema, "file": {"type": "string", "format": "binary"}},
    }
    encoding: JsonObject = {
        "one": {"contentType": "application/json"},
        "file": {"contentType": "image/png"},
    }
    upload: JsonObject = {
        "content": {"multipart/form-data": {"schema": form, "encoding": encoding}}
    }
    body: JsonObject = {
        "type": "object",
        "required": ["one"],
        "properties": {"one": schema, "many": many, "each": each, "either": either},
    }
    header = {"name": "X-One", "in": "header", "schema": schema}
    query = {"name": "many", "in": "query", "schema": many}
    base = f"/{name.lower()}s"
    failed = {"404": _response(schema), "default": _response(many)}
    return {
        base: {
            "get": {"parameters": [query], "responses": {"200": _response(many)}},
            "post": {
                "parameters": [header],
                "requestBody": {"required": True, **_content(body)},
                "responses": {"201": _response(schema), **failed},
            },
        },
        f"{base}/{{id}}": {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": _string()}
            ],
            "get": {"responses": {"200": _response(either), **failed}},
            "put": {
                "requestBody": {"required": True, **_content(schema)},
                "responses": {"200": _response(each)},
            },
        },
        f"{base}/models": {"get": {"responses": {"200": _response(schema)}}},
        f"{base}/upload": {
            "post": {"requestBody": upload, "responses": {"200": _response(schema)}}
        },
    }


def document_with_reserved_names(shape: str) -> dict[str, Any]:
    """Return a document with a schema for each reserved name.

    Args:
        shape: The shape of the schemas, a key of `SHAPES`.
    """
    names = reserved_names()
    schemas: dict[str, Any] = {name: SHAPES[shape](name) for name in names}
    schemas |= {name: _vessel(name.lower()) for name in ("Boat", "Raft")}
    paths: dict[str, Any] = {}
    for name in names:
        paths |= _paths(name)
    everything: JsonObject = {"anyOf": [{"$ref": _pointer(name)} for name in names]}
    paths["/"] = {
        method: {"responses": {"200": _response({"$ref": _pointer(name)})}}
        for method, name in _CLIENT_METHODS.items()
    }
    paths["/all"] = {"get": {"responses": {"200": _response(everything)}}}
    paths["/models/{id}"] = paths["/operations/{id}"]
    return {
        "openapi": "3.1.0",
        "info": {"title": "Reserved", "version": "1"},
        "servers": [{"url": "https://reserved.example.com"}],
        "paths": paths,
        "webhooks": {
            name: {"post": {"requestBody": _content({"$ref": _pointer(name)})}}
            for name in names
        },
        "components": {
            "schemas": schemas,
            "securitySchemes": {
                "key": {"type": "apiKey", "in": "header", "name": "X-Key"},
                "basic": {"type": "http", "scheme": "basic"},
            },
        },
        "security": [{"key": []}, {"basic": []}],
    }
