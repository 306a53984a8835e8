"""Documents with hostile text in one kind of place, as in published attacks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tests.fuzz.hostile import CALL, HOSTILE

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sdksmith.json_data import JsonObject, JsonValue

PAYLOADS: Final = tuple(text for text in HOSTILE if CALL in text)
"""Strings that end a literal, docstring, comment or template before a call."""


def make_document(**parts: JsonValue) -> JsonObject:
    info: JsonObject = {"title": "Harbour", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": {}, **parts}


def make_operation(**parts: JsonValue) -> JsonObject:
    return {"responses": {"200": {"description": "Done."}}, **parts}


def _with_schema(schema: JsonValue) -> JsonObject:
    """Return a document that sends and receives a schema."""
    content: JsonObject = {"application/json": {"schema": schema}}
    response: JsonObject = {"description": "A value.", "content": content}
    operation = make_operation(
        operationId="send",
        requestBody={"content": content},
        responses={"200": response},
    )
    return make_document(paths={"/values": {"post": operation}})


def _schema_names() -> JsonObject:
    schemas: JsonObject = {
        text: {"type": "object", "properties": {"n": {"type": "integer"}}}
        for text in PAYLOADS
    }
    union: list[JsonValue] = [
        {"$ref": "#/components/schemas/" + text.replace("~", "~0").replace("/", "~1")}
        for text in PAYLOADS
    ]
    document = _with_schema({"type": "array", "items": {"anyOf": union}})
    return {**document, "components": {"schemas": schemas}}


def _property_names() -> JsonObject:
    properties: JsonObject = {text: {"type": "string"} for text in PAYLOADS}
    return _with_schema({"type": "object", "title": "Value", "properties": properties})


def _enums() -> JsonObject:
    names: JsonValue = list(PAYLOADS)
    values: list[JsonValue] = [
        {"value": text, "name": text, "description": text} for text in PAYLOADS
    ]
    kinds: JsonObject = {
        "type": "string",
        "enum": names,
        "x-enum-varnames": names,
        "x-enum-descriptions": names,
        "x-enumDescriptions": names,
        "x-ms-enum": {"name": PAYLOADS[0], "modelAsString": True, "values": values},
    }
    number: JsonObject = {
        "type": "integer",
        "enum": list(range(len(PAYLOADS))),
        "x-enumNames": names,
        "x-enum-descriptions": names,
    }
    return _with_schema({"type": "object", "properties": {"a": kinds, "b": number}})


def _constants() -> JsonObject:
    properties: JsonObject = {
        f"p{number}": {"const": text} for number, text in enumerate(PAYLOADS)
    }
    return _with_schema({"type": "object", "properties": properties})


def _defaults() -> JsonObject:
    properties: JsonObject = {
        f"p{number}": {
            "type": "string",
            "default": text,
            "example": text,
            "pattern": text,
            "format": text,
        }
        for number, text in enumerate(PAYLOADS)
    }
    parameters: list[JsonValue] = [
        {"name": name, "in": "query", "schema": schema}
        for name, schema in properties.items()
    ]
    document = _with_schema({"type": "object", "properties": properties})
    paths = document["paths"]
    assert isinstance(paths, dict)
    listing = make_operation(operationId="listAll", parameters=parameters)
    return {**document, "paths": {**paths, "/defaults": {"get": listing}}}


def _unions() -> JsonObject:
    schemas: list[JsonValue] = [
        {
            "title": f"Union {number}",
            "description": text,
            "oneOf": [
                {"type": "object", "description": text, "properties": {"a": {}}},
                {"type": "string", "description": text},
            ],
        }
        for number, text in enumerate(PAYLOADS)
    ]
    return _with_schema({"type": "array", "items": {"anyOf": schemas}})


def _descriptions() -> JsonObject:
    paths: JsonObject = {
        f"/p{number}": {
            "summary": text,
            "description": text,
            "get": {
                "operationId": f"get{number}",
                "summary": text,
                "description": f"Text.\n\n{text}",
                "externalDocs": {"url": "https://a.example", "description": text},
                "parameters": [
                    {
                        "name": "q",
                        "in": "query",
                        "description": text,
                        "schema": {"type": "string", "title": text},
                    }
                ],
                "responses": {
                    "200": {
                        "description": text,
                        "content": {
                            "application/json": {
                                "schema": {
                                    "title": f"Value {number}",
                                    "description": text,
                                    "type": "object",
                                    "properties": {"p": {"description": text}},
                                }
                            }
                        },
                    },
                    "404": {"description": text},
                },
            },
        }
        for number, text in enumerate(PAYLOADS)
    }
    return make_document(paths=paths)


def _info() -> JsonObject:
    everything = " ".join(PAYLOADS)
    tags: list[JsonValue] = [{"name": "a", "description": text} for text in PAYLOADS]
    return make_document(
        info={
            "title": everything,
            "version": everything,
            "summary": everything,
            "description": everything,
            "termsOfService": everything,
            "contact": {"name": everything, "url": everything, "email": everything},
            "license": {"name": everything, "url": everything},
        },
        tags=tags,
        externalDocs={"url": f"https://a.example/{PAYLOADS[0]}"},
        paths={"/a": {"get": make_operation(tags=["a"])}},
    )


def _paths() -> JsonObject:
    paths: JsonObject = {
        f"/p{number}/{text}": {"get": make_operation()}
        for number, text in enumerate(PAYLOADS)
    }
    return make_document(paths=paths)


def _parameter_names() -> JsonObject:
    parameters: list[JsonValue] = [
        {"name": text, "in": place, "schema": {"type": "string"}}
        for text in PAYLOADS
        for place in ("query", "header", "cookie")
    ]
    slots = "/".join(f"{{{text.replace('/', '')}}}" for text in PAYLOADS)
    path_parameters: list[JsonValue] = [
        {
            "name": text.replace("/", ""),
            "in": "path",
            "required": True,
            "schema": {"type": "string"},
        }
        for text in PAYLOADS
    ]
    return make_document(
        paths={
            "/a": {"get": make_operation(parameters=parameters)},
            f"/b/{slots}": {"get": make_operation(parameters=path_parameters)},
        }
    )


def _media_types() -> JsonObject:
    content: JsonObject = {text: {"schema": {"type": "string"}} for text in PAYLOADS}
    content |= {
        f"application/{text}": {"schema": {"type": "string"}} for text in PAYLOADS
    }
    operation = make_operation(
        requestBody={"content": content},
        responses={"200": {"description": "Values.", "content": content}},
    )
    return make_document(paths={"/a": {"post": operation}})


def _headers() -> JsonObject:
    headers: JsonObject = {
        text: {"description": text, "schema": {"type": "string"}} for text in PAYLOADS
    }
    response: JsonObject = {"description": "Headers.", "headers": headers}
    return make_document(
        paths={"/a": {"get": make_operation(responses={"200": response})}}
    )


def _servers() -> JsonObject:
    servers: list[JsonValue] = [
        {
            "url": f"https://a.example/{text}/{{v}}",
            "name": text,
            "description": text,
            "variables": {
                "v": {"default": text, "enum": [text], "description": text},
                text: {"default": "x"},
            },
        }
        for text in PAYLOADS
    ]
    paths: JsonObject = {
        f"/p{number}": {"get": make_operation(servers=[server])}
        for number, server in enumerate(servers)
    }
    return make_document(servers=servers, paths=paths)


def _operation_ids() -> JsonObject:
    paths: JsonObject = {
        f"/p{number}": {"get": make_operation(operationId=text)}
        for number, text in enumerate(PAYLOADS)
    }
    return make_document(paths=paths)


def _tags() -> JsonObject:
    paths: JsonObject = {
        f"/p{number}": {"get": make_operation(tags=[text])}
        for number, text in enumerate(PAYLOADS)
    }
    tags: list[JsonValue] = [{"name": text, "description": text} for text in PAYLOADS]
    return make_document(paths=paths, tags=tags)


def _security() -> JsonObject:
    schemes: JsonObject = {}
    for number, text in enumerate(PAYLOADS):
        schemes[text] = {"type": "apiKey", "in": "query", "name": text}
        schemes[f"http{number}"] = {"type": "http", "scheme": text}
        schemes[f"oauth{number}"] = {
            "type": "oauth2",
            "description": text,
            "flows": {
                "clientCredentials": {
                    "tokenUrl": f"https://a.example/{text}",
                    "scopes": {text: text},
                }
            },
        }
    security: list[JsonValue] = [{name: []} for name in schemes]
    return make_document(
        paths={"/a": {"get": make_operation()}},
        security=security,
        components={"securitySchemes": schemes},
    )


EXTENSIONS: Final = (
    *("x-python-import", "x-python-type", "x-go-type", "x-go-type-import", "x-go-name"),
    *("x-customTypePath", "customTypePath", "default_factory", "x-default-factory"),
    *("x-ms-kiota-info", "x-ms-client-name", "x-ms-discriminator-value", "comment"),
    *(
        "x-sdksmith-group",
        "x-sdksmith-method",
        "x-fern-sdk-method-name",
        "x-deprecated",
    ),
    *("x-fern-sdk-group-name", "x-speakeasy-group", "x-speakeasy-name-override"),
)
"""Extensions of generators that contain code, names or types."""


def _extensions() -> JsonObject:
    paths: JsonObject = {}
    properties: JsonObject = {}
    for number, text in enumerate(PAYLOADS):
        values: list[JsonValue] = [text, {"module": text, "name": text}, [text]]
        extensions: JsonObject = {
            name: values[(number + index) % len(values)]
            for index, name in enumerate(EXTENSIONS)
        }
        properties[f"p{number}"] = {"type": "string", **extensions}
        paths[f"/p{number}"] = {"get": make_operation(**extensions), **extensions}
    schema: JsonObject = {"type": "object", "title": "Value", "properties": properties}
    document = _with_schema(schema)
    described = document["paths"]
    assert isinstance(described, dict)
    kiota: JsonObject = {
        "languagesInformation": {
            "Python": {
                "maturityLevel": "Stable",
                "clientClassName": PAYLOADS[0],
                "clientNamespaceName": "../../evil",
                "dependencies": [{"name": PAYLOADS[1], "version": PAYLOADS[2]}],
            }
        }
    }
    return {**document, "paths": {**described, **paths}, "x-ms-kiota-info": kiota}


SINKS: Final[Mapping[str, Callable[[], JsonObject]]] = {
    "constants": _constants,
    "defaults": _defaults,
    "descriptions": _descriptions,
    "enums": _enums,
    "extensions": _extensions,
    "headers": _headers,
    "info": _info,
    "media-types": _media_types,
    "operation-ids": _operation_ids,
    "parameter-names": _parameter_names,
    "paths": _paths,
    "property-names": _property_names,
    "schema-names": _schema_names,
    "security": _security,
    "servers": _servers,
    "tags": _tags,
    "unions": _unions,
}
"""Functions that make a document with all payloads in one kind of place."""
