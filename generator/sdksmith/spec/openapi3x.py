"""Fields of the objects of OpenAPI 3.0, 3.1 and 3.2."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..load.document import Dialect
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

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
METHODS_32: Final = (*METHODS, "query")

_SCHEMA_30: Final[Mapping[str, Field]] = {
    "title": STRING,
    "multipleOf": NUMBER,
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
    "maxProperties": NUMBER,
    "minProperties": NUMBER,
    "required": STRINGS,
    "enum": VALUES,
    "type": VALUE,
    "not": one(Kind.SCHEMA),
    "allOf": list_of(Kind.SCHEMA),
    "oneOf": list_of(Kind.SCHEMA),
    "anyOf": list_of(Kind.SCHEMA),
    "items": one(Kind.SCHEMA),
    "properties": map_of(Kind.SCHEMA),
    "additionalProperties": one(Kind.SCHEMA),
    "description": STRING,
    "format": STRING,
    "default": VALUE,
    "nullable": BOOLEAN,
    "discriminator": one(Kind.DISCRIMINATOR),
    "readOnly": BOOLEAN,
    "writeOnly": BOOLEAN,
    "example": VALUE,
    "externalDocs": one(Kind.EXTERNAL_DOCS),
    "deprecated": BOOLEAN,
    "xml": one(Kind.XML),
}

_SCHEMA_31: Final[Mapping[str, Field]] = {
    # OpenAPI 3.1 does not define `nullable`, so its value cannot be invalid.
    **{key: field for key, field in _SCHEMA_30.items() if key != "nullable"},
    "exclusiveMaximum": NUMBER,
    "exclusiveMinimum": NUMBER,
    "$ref": STRING,
    "$id": STRING,
    "$schema": STRING,
    "$anchor": STRING,
    "$dynamicRef": STRING,
    "$dynamicAnchor": STRING,
    "$comment": STRING,
    "$vocabulary": VALUE_MAP,
    "$defs": map_of(Kind.SCHEMA, Kind.DEFINITIONS),
    "if": one(Kind.SCHEMA),
    "then": one(Kind.SCHEMA),
    "else": one(Kind.SCHEMA),
    "dependentSchemas": map_of(Kind.SCHEMA),
    "dependentRequired": VALUE_MAP,
    "prefixItems": list_of(Kind.SCHEMA),
    "contains": one(Kind.SCHEMA),
    "minContains": NUMBER,
    "maxContains": NUMBER,
    "patternProperties": map_of(Kind.SCHEMA),
    "propertyNames": one(Kind.SCHEMA),
    "unevaluatedItems": one(Kind.SCHEMA),
    "unevaluatedProperties": one(Kind.SCHEMA),
    "const": VALUE,
    "examples": VALUES,
    "contentEncoding": STRING,
    "contentMediaType": STRING,
    "contentSchema": one(Kind.SCHEMA),
}

_VALUE_OF_PARAMETER: Final[Mapping[str, Field]] = {
    "description": STRING,
    "required": BOOLEAN,
    "deprecated": BOOLEAN,
    "allowEmptyValue": BOOLEAN,
    "style": STRING,
    "explode": BOOLEAN,
    "allowReserved": BOOLEAN,
    "schema": one(Kind.SCHEMA),
    "content": map_of(Kind.MEDIA_TYPE),
    "example": VALUE,
    "examples": map_of(Kind.EXAMPLE),
}

_OPERATION: Final[Mapping[str, Field]] = {
    "tags": STRINGS,
    "summary": STRING,
    "description": STRING,
    "externalDocs": one(Kind.EXTERNAL_DOCS),
    "operationId": STRING,
    "parameters": list_of(Kind.PARAMETER),
    "requestBody": one(Kind.REQUEST_BODY),
    "callbacks": map_of(Kind.CALLBACK),
    "deprecated": BOOLEAN,
    "security": list_of(Kind.SECURITY_REQUIREMENT),
    "servers": list_of(Kind.SERVER),
}

_FLOW: Final = Shape(
    {
        "authorizationUrl": STRING,
        "tokenUrl": STRING,
        "refreshUrl": STRING,
        "scopes": Field(Form.STRING_MAP, required=True),
    }
)

_MEDIA_TYPE: Final[Mapping[str, Field]] = {
    "schema": one(Kind.SCHEMA),
    "example": VALUE,
    "examples": map_of(Kind.EXAMPLE),
    "encoding": map_of(Kind.ENCODING),
}

_ENCODING: Final[Mapping[str, Field]] = {
    "contentType": STRING,
    "headers": map_of(Kind.HEADER),
    "style": STRING,
    "explode": BOOLEAN,
    "allowReserved": BOOLEAN,
}

_COMMON: Final[Mapping[Kind, Shape]] = {
    Kind.CONTACT: Shape({"name": STRING, "url": STRING, "email": STRING}),
    Kind.EXTERNAL_DOCS: Shape({"description": STRING, "url": REQUIRED_STRING}),
    Kind.PATHS: Shape(others=one(Kind.PATH_ITEM)),
    Kind.PARAMETER: Shape(
        {"name": REQUIRED_STRING, "in": REQUIRED_STRING, **_VALUE_OF_PARAMETER}
    ),
    Kind.HEADER: Shape(_VALUE_OF_PARAMETER),
    Kind.RESPONSES: Shape(others=one(Kind.RESPONSE)),
    Kind.REQUEST_BODY: Shape(
        {
            "description": STRING,
            "content": map_of(Kind.MEDIA_TYPE),
            "required": BOOLEAN,
        }
    ),
    Kind.CALLBACK: Shape(others=one(Kind.PATH_ITEM)),
    Kind.LINK: Shape(
        {
            "operationRef": STRING,
            "operationId": STRING,
            "parameters": VALUE_MAP,
            "requestBody": VALUE,
            "description": STRING,
            "server": one(Kind.SERVER),
        }
    ),
    Kind.SERVER_VARIABLE: Shape(
        {"enum": STRINGS, "default": REQUIRED_STRING, "description": STRING}
    ),
    Kind.SECURITY_REQUIREMENT: Shape(others=STRINGS, extensible=False),
}

_DIALECTS_31: Final = (Dialect.OPENAPI_31, Dialect.OPENAPI_32)


def openapi_grammar(dialect: Dialect) -> Grammar:
    """Return the tables of a version of OpenAPI 3."""
    newer = dialect in _DIALECTS_31
    newest = dialect is Dialect.OPENAPI_32
    references = {
        *(Kind.PARAMETER, Kind.RESPONSE, Kind.REQUEST_BODY, Kind.HEADER),
        *(Kind.EXAMPLE, Kind.LINK, Kind.CALLBACK, Kind.SECURITY_SCHEME),
    }
    if not newer:
        # Since 3.1, `$ref` is a schema keyword, and its siblings are not ignored.
        references.add(Kind.SCHEMA)
    if newest:
        references.add(Kind.MEDIA_TYPE)
    shapes = {
        **_COMMON,
        **_document_shapes(newer=newer, newest=newest),
        **_path_shapes(newer=newer, newest=newest),
        **_content_shapes(newer=newer, newest=newest),
        **_security_shapes(newest=newest),
    }
    return Grammar(shapes, frozenset(references))


def _document_shapes(*, newer: bool, newest: bool) -> dict[Kind, Shape]:
    document = {
        "openapi": REQUIRED_STRING,
        "info": one(Kind.INFO, required=True),
        "servers": list_of(Kind.SERVER),
        "paths": one(Kind.PATHS, required=not newer),
        "components": one(Kind.COMPONENTS),
        "security": list_of(Kind.SECURITY_REQUIREMENT),
        "tags": list_of(Kind.TAG),
        "externalDocs": one(Kind.EXTERNAL_DOCS),
    }
    tag = {
        "name": REQUIRED_STRING,
        "description": STRING,
        "externalDocs": one(Kind.EXTERNAL_DOCS),
    }
    server = {
        "url": REQUIRED_STRING,
        "description": STRING,
        "variables": map_of(Kind.SERVER_VARIABLE),
    }
    if newer:
        document |= {
            "webhooks": map_of(Kind.PATH_ITEM),
            "jsonSchemaDialect": STRING,
        }
    if newest:
        document["$self"] = STRING
        server["name"] = STRING
        tag |= {"summary": STRING, "parent": STRING, "kind": STRING}
    return {
        Kind.DOCUMENT: Shape(document),
        Kind.COMPONENTS: Shape(_components(newer=newer, newest=newest)),
        Kind.TAG: Shape(tag),
        Kind.SERVER: Shape(server),
        **_info_shapes(newer=newer),
    }


def _info_shapes(*, newer: bool) -> dict[Kind, Shape]:
    info = {
        "title": REQUIRED_STRING,
        "description": STRING,
        "termsOfService": STRING,
        "contact": one(Kind.CONTACT),
        "license": one(Kind.LICENSE),
        "version": REQUIRED_STRING,
    }
    license_ = {"name": REQUIRED_STRING, "url": STRING}
    if newer:
        info["summary"] = STRING
        license_["identifier"] = STRING
    return {Kind.INFO: Shape(info), Kind.LICENSE: Shape(license_)}


def _components(*, newer: bool, newest: bool) -> dict[str, Field]:
    components = {
        "schemas": map_of(Kind.SCHEMA, Kind.DEFINITIONS),
        "responses": map_of(Kind.RESPONSE, Kind.DEFINITIONS),
        "parameters": map_of(Kind.PARAMETER, Kind.DEFINITIONS),
        "examples": map_of(Kind.EXAMPLE, Kind.DEFINITIONS),
        "requestBodies": map_of(Kind.REQUEST_BODY, Kind.DEFINITIONS),
        "headers": map_of(Kind.HEADER, Kind.DEFINITIONS),
        "securitySchemes": map_of(Kind.SECURITY_SCHEME, Kind.DEFINITIONS),
        "links": map_of(Kind.LINK, Kind.DEFINITIONS),
        "callbacks": map_of(Kind.CALLBACK, Kind.DEFINITIONS),
    }
    if newer:
        components["pathItems"] = map_of(Kind.PATH_ITEM, Kind.DEFINITIONS)
    if newest:
        components["mediaTypes"] = map_of(Kind.MEDIA_TYPE, Kind.DEFINITIONS)
    return components


def _path_shapes(*, newer: bool, newest: bool) -> dict[Kind, Shape]:
    methods = METHODS_32 if newest else METHODS
    path_item = {
        "$ref": STRING,
        "summary": STRING,
        "description": STRING,
        **{method: one(Kind.OPERATION) for method in (*methods, ANY_METHOD)},
        "servers": list_of(Kind.SERVER),
        "parameters": list_of(Kind.PARAMETER),
    }
    if newest:
        path_item["additionalOperations"] = map_of(Kind.OPERATION)
    responses = one(Kind.RESPONSES, required=not newer)
    response = {
        "description": STRING if newest else REQUIRED_STRING,
        "headers": map_of(Kind.HEADER),
        "content": map_of(Kind.MEDIA_TYPE),
        "links": map_of(Kind.LINK),
    }
    if newest:
        response["summary"] = STRING
    return {
        Kind.PATH_ITEM: Shape(path_item),
        Kind.OPERATION: Shape({**_OPERATION, "responses": responses}),
        Kind.RESPONSE: Shape(response),
    }


def _content_shapes(*, newer: bool, newest: bool) -> dict[Kind, Shape]:
    media_type = dict(_MEDIA_TYPE)
    encoding = dict(_ENCODING)
    example = {
        "summary": STRING,
        "description": STRING,
        "value": VALUE,
        "externalValue": STRING,
    }
    xml = {
        "name": STRING,
        "namespace": STRING,
        "prefix": STRING,
        "attribute": BOOLEAN,
        "wrapped": BOOLEAN,
    }
    discriminator = {"propertyName": REQUIRED_STRING, "mapping": STRING_MAP}
    sequential = {
        "prefixEncoding": list_of(Kind.ENCODING),
        "itemEncoding": one(Kind.ENCODING),
    }
    # FastAPI describes the items of streams in this way in documents of 3.1.
    later = {"itemSchema": one(Kind.SCHEMA), **sequential}
    if newest:
        media_type |= later
        encoding |= {"encoding": map_of(Kind.ENCODING), **sequential}
        example |= {"dataValue": VALUE, "serializedValue": STRING}
        xml["nodeType"] = STRING
        discriminator["defaultMapping"] = STRING
    return {
        Kind.MEDIA_TYPE: Shape(media_type, later={} if newest else later),
        Kind.ENCODING: Shape(encoding),
        Kind.EXAMPLE: Shape(example),
        Kind.XML: Shape(xml),
        Kind.DISCRIMINATOR: Shape(discriminator, extensible=newer),
        Kind.SCHEMA: Shape(_SCHEMA_31 if newer else _SCHEMA_30),
    }


def _security_shapes(*, newest: bool) -> dict[Kind, Shape]:
    scheme = {
        "type": REQUIRED_STRING,
        "description": STRING,
        "name": STRING,
        "in": STRING,
        "scheme": STRING,
        "bearerFormat": STRING,
        "flows": one(Kind.OAUTH_FLOWS),
        "openIdConnectUrl": STRING,
    }
    flows = {
        "implicit": one(Kind.OAUTH_FLOW),
        "password": one(Kind.OAUTH_FLOW),
        "clientCredentials": one(Kind.OAUTH_FLOW),
        "authorizationCode": one(Kind.OAUTH_FLOW),
    }
    flow = dict(_FLOW.fields)
    if newest:
        scheme |= {"oauth2MetadataUrl": STRING, "deprecated": BOOLEAN}
        flows["deviceAuthorization"] = one(Kind.OAUTH_FLOW)
        flow["deviceAuthorizationUrl"] = STRING
    return {
        Kind.SECURITY_SCHEME: Shape(scheme),
        Kind.OAUTH_FLOWS: Shape(flows),
        Kind.OAUTH_FLOW: Shape(flow),
    }
