"""Fields of the objects of Swagger 2.0."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .grammar import (
    ANY_METHOD,
    BOOLEAN,
    NUMBER,
    REQUIRED_STRING,
    STRING,
    STRING_MAP,
    STRINGS,
    VALUE,
    VALUE_MAP,
    VALUES,
    Field,
    Form,
    Grammar,
    Kind,
    Shape,
    list_of,
    map_of,
    one,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch")

_LIMITS: Final[Mapping[str, Field]] = {
    "default": VALUE,
    "maximum": NUMBER,
    "exclusiveMaximum": BOOLEAN,
    "minimum": NUMBER,
    "exclusiveMinimum": BOOLEAN,
    "maxLength": NUMBER,
    "minLength": NUMBER,
    "pattern": STRING,
    "maxItems": NUMBER,
    "minItems": NUMBER,
    "uniqueItems": BOOLEAN,
    "enum": VALUES,
    "multipleOf": NUMBER,
}
"""JSON Schema keywords of parameters, headers, items objects and schemas."""

_PRIMITIVE: Final[Mapping[str, Field]] = {
    "type": STRING,
    "format": STRING,
    "items": one(Kind.ITEMS),
    "collectionFormat": STRING,
    **_LIMITS,
}

_DOCUMENT: Final = Shape(
    {
        "swagger": REQUIRED_STRING,
        "info": one(Kind.INFO, required=True),
        "host": STRING,
        "basePath": STRING,
        "schemes": STRINGS,
        "consumes": STRINGS,
        "produces": STRINGS,
        "paths": one(Kind.PATHS, required=True),
        "definitions": map_of(Kind.SCHEMA, Kind.DEFINITIONS),
        "parameters": map_of(Kind.PARAMETER, Kind.DEFINITIONS),
        "responses": map_of(Kind.RESPONSE, Kind.DEFINITIONS),
        "securityDefinitions": map_of(Kind.SECURITY_SCHEME, Kind.DEFINITIONS),
        "security": list_of(Kind.SECURITY_REQUIREMENT),
        "tags": list_of(Kind.TAG),
        "externalDocs": one(Kind.EXTERNAL_DOCS),
    }
)

_PATH_ITEM: Final = Shape(
    {
        "$ref": STRING,
        **{method: one(Kind.OPERATION) for method in (*METHODS, ANY_METHOD)},
        "parameters": list_of(Kind.PARAMETER),
    }
)

_OPERATION: Final = Shape(
    {
        "tags": STRINGS,
        "summary": STRING,
        "description": STRING,
        "externalDocs": one(Kind.EXTERNAL_DOCS),
        "operationId": STRING,
        "consumes": STRINGS,
        "produces": STRINGS,
        "parameters": list_of(Kind.PARAMETER),
        "responses": one(Kind.RESPONSES, required=True),
        "schemes": STRINGS,
        "deprecated": BOOLEAN,
        "security": list_of(Kind.SECURITY_REQUIREMENT),
    }
)

_SCHEMA: Final = Shape(
    {
        "$ref": STRING,
        "format": STRING,
        "title": STRING,
        "description": STRING,
        "type": VALUE,
        **_LIMITS,
        "maxProperties": NUMBER,
        "minProperties": NUMBER,
        "required": STRINGS,
        "items": Field(Form.OBJECT, Kind.SCHEMA),
        "allOf": list_of(Kind.SCHEMA),
        "properties": map_of(Kind.SCHEMA),
        "additionalProperties": one(Kind.SCHEMA),
        "discriminator": STRING,
        "readOnly": BOOLEAN,
        "xml": one(Kind.XML),
        "externalDocs": one(Kind.EXTERNAL_DOCS),
        "example": VALUE,
        # Schemas that repairs preserve for the client, see SC007 and SC008.
        "x-sdksmith-one-of": list_of(Kind.SCHEMA),
        "x-sdksmith-any-of": list_of(Kind.SCHEMA),
        "x-sdksmith-tuple": list_of(Kind.SCHEMA),
    }
)

GRAMMAR: Final = Grammar(
    shapes={
        Kind.DOCUMENT: _DOCUMENT,
        Kind.INFO: Shape(
            {
                "title": REQUIRED_STRING,
                "description": STRING,
                "termsOfService": STRING,
                "contact": one(Kind.CONTACT),
                "license": one(Kind.LICENSE),
                "version": REQUIRED_STRING,
            }
        ),
        Kind.CONTACT: Shape({"name": STRING, "url": STRING, "email": STRING}),
        Kind.LICENSE: Shape({"name": REQUIRED_STRING, "url": STRING}),
        Kind.TAG: Shape(
            {
                "name": REQUIRED_STRING,
                "description": STRING,
                "externalDocs": one(Kind.EXTERNAL_DOCS),
            }
        ),
        Kind.EXTERNAL_DOCS: Shape({"description": STRING, "url": REQUIRED_STRING}),
        Kind.PATHS: Shape(others=one(Kind.PATH_ITEM)),
        Kind.PATH_ITEM: _PATH_ITEM,
        Kind.OPERATION: _OPERATION,
        Kind.PARAMETER: Shape(
            {
                "name": REQUIRED_STRING,
                "in": REQUIRED_STRING,
                "description": STRING,
                "required": BOOLEAN,
                "schema": one(Kind.SCHEMA),
                "allowEmptyValue": BOOLEAN,
                **_PRIMITIVE,
            }
        ),
        Kind.ITEMS: Shape(_PRIMITIVE),
        Kind.RESPONSES: Shape(others=one(Kind.RESPONSE)),
        Kind.RESPONSE: Shape(
            {
                "description": REQUIRED_STRING,
                "schema": one(Kind.SCHEMA),
                "headers": map_of(Kind.HEADER),
                "examples": VALUE_MAP,
            }
        ),
        Kind.HEADER: Shape({"description": STRING, **_PRIMITIVE}),
        Kind.SCHEMA: _SCHEMA,
        Kind.XML: Shape(
            {
                "name": STRING,
                "namespace": STRING,
                "prefix": STRING,
                "attribute": BOOLEAN,
                "wrapped": BOOLEAN,
            }
        ),
        Kind.SECURITY_SCHEME: Shape(
            {
                "type": REQUIRED_STRING,
                "description": STRING,
                "name": STRING,
                "in": STRING,
                "flow": STRING,
                "authorizationUrl": STRING,
                "tokenUrl": STRING,
                "scopes": STRING_MAP,
            }
        ),
        Kind.SECURITY_REQUIREMENT: Shape(others=STRINGS, extensible=False),
    },
    references=frozenset({Kind.PARAMETER, Kind.RESPONSE, Kind.SCHEMA}),
)
