"""Swagger 2.0 in the words of OpenAPI 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.jsondata import array_of, object_of
from sdksmith.load.document import Dialect, resolve
from sdksmith.load.loading import load_document
from sdksmith.upgrade import upgrade

from tests.model.documents import swagger2

if TYPE_CHECKING:
    from sdksmith.jsondata import JsonArray, JsonObject, JsonValue

DONE: JsonObject = {"200": {"description": "OK"}}


def at(pointer: str, **keys: JsonValue) -> JsonValue:
    """Return what is at a pointer of an upgraded document, None if nothing is."""
    try:
        return resolve(upgrade(swagger2(**keys)).root, pointer)
    except KeyError:
        return None


def upgrade_operation(operation: JsonObject, **keys: JsonValue) -> JsonObject:
    paths: JsonObject = {"/pets": {"post": {"responses": DONE, **operation}}}
    return object_of(at("/paths/~1pets/post", paths=paths, **keys))


def upgrade_parameter(parameter: JsonObject) -> JsonObject:
    operation = upgrade_operation({"parameters": [{"name": "p", **parameter}]})
    return object_of(resolve(operation, "/parameters/0"))


def test_the_document_says_it_is_3_1() -> None:
    document = upgrade(
        swagger2(tags=[{"name": "a"}], externalDocs={"url": "u"}, **{"x-note": 1})
    )
    assert document.dialect is Dialect.OPENAPI_31
    assert document.root == {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "servers": [{"url": "/"}],
        "tags": [{"name": "a"}],
        "externalDocs": {"url": "u"},
        "paths": {},
        "components": {},
        "x-note": 1,
    }


SERVERS: list[tuple[JsonObject, list[str]]] = [
    ({}, ["/"]),
    ({"basePath": "/v1"}, ["/v1"]),
    ({"basePath": "v1/"}, ["/v1"]),
    ({"host": "e.com"}, ["https://e.com"]),
    ({"host": "e.com", "basePath": "/"}, ["https://e.com"]),
    ({"host": "e.com", "basePath": "v1/", "schemes": ["http"]}, ["http://e.com/v1"]),
    (
        {"host": "e.com:8080", "schemes": ["http", "https"]},
        ["https://e.com:8080", "http://e.com:8080"],
    ),
    ({"host": "e.com", "schemes": ["ws"]}, ["https://e.com"]),
    ({"host": "https://e.com/", "schemes": "http"}, ["https://e.com"]),
    ({"host": 1, "basePath": [], "schemes": [1]}, ["/"]),
]


@pytest.mark.parametrize(("said", "urls"), SERVERS)
def test_host_base_path_and_schemes_are_servers(
    said: JsonObject, urls: list[str]
) -> None:
    assert at("/servers", **said) == [{"url": url} for url in urls]


def test_placeholders_of_the_url_are_variables_without_default() -> None:
    assert at("/servers/0", host="{shop}.e.com", basePath="/{version}/{shop}") == {
        "url": "https://{shop}.e.com/{version}/{shop}",
        "variables": {"shop": {"default": ""}, "version": {"default": ""}},
    }


def test_the_scheme_of_the_document_counts_when_none_is_listed() -> None:
    text = b'{"swagger": "2.0", "host": "e.com", "paths": {}}'
    document = load_document("http://e.com/spec.json", text).document
    assert upgrade(document).root["servers"] == [{"url": "http://e.com"}]


def test_an_operation_with_other_schemes_has_servers_of_its_own() -> None:
    both = upgrade_operation({"schemes": ["https"]}, host="e.com", schemes=["http"])
    assert both["servers"] == [{"url": "https://e.com"}]
    same = upgrade_operation(
        {"schemes": ["https"]}, host="e.com", schemes=["http", "https"]
    )
    assert "servers" not in same


def test_references_go_where_things_are_now() -> None:
    pet: JsonObject = {"properties": {"tag": {"type": "string"}}}
    operation = upgrade_operation(
        {
            "parameters": [
                {"$ref": "#/parameters/Limit"},
                {"$ref": "#/parameters/Pet"},
            ],
            "responses": {
                "200": {"$ref": "#/responses/Pet"},
                "400": {
                    "description": "",
                    "schema": {"$ref": "#/definitions/Pet/properties/tag"},
                },
                "500": {
                    "description": "",
                    "schema": {"$ref": "other.json#/definitions/X"},
                },
            },
        },
        definitions={"Pet": pet},
        parameters={
            "Limit": {"name": "limit", "in": "query", "type": "integer"},
            "Pet": {
                "name": "pet",
                "in": "body",
                "schema": {"$ref": "#/definitions/Pet"},
            },
        },
        responses={
            "Pet": {"description": "A pet.", "schema": {"$ref": "#/definitions/Pet"}}
        },
    )
    schema = "/content/application~1json/schema/$ref"
    assert operation["parameters"] == [{"$ref": "#/components/parameters/Limit"}]
    assert operation["requestBody"] == {"$ref": "#/components/requestBodies/Pet"}
    responses = operation["responses"]
    assert resolve(responses, "/200/$ref") == "#/components/responses/Pet"
    assert (
        resolve(responses, f"/400{schema}") == "#/components/schemas/Pet/properties/tag"
    )
    assert resolve(responses, f"/500{schema}") == "other.json#/definitions/X"


def test_a_reference_into_an_operation_finds_the_schema_in_its_content() -> None:
    schema: JsonObject = {"type": "object", "properties": {"id": {"type": "file"}}}
    first: JsonObject = {"responses": {"200": {"description": "", "schema": schema}}}
    odd: JsonObject = {"$ref": "#/paths/~1a/get/responses/200/schema"}
    paths: JsonObject = {
        "/a": {"get": first},
        "/b": {"get": {"responses": {"200": {"description": "", "schema": odd}}}},
    }
    content = "responses/200/content/application~1json/schema"
    found = at(f"/paths/~1b/get/{content}/$ref", paths=paths)
    assert found == f"#/paths/~1a/get/{content}"


BODIES: list[tuple[JsonObject, JsonObject, list[str]]] = [
    ({}, {}, ["application/json"]),
    ({}, {"consumes": ["text/xml", "text/xml"]}, ["text/xml"]),
    ({"consumes": []}, {"consumes": ["text/xml"]}, ["application/json"]),
    (
        {"consumes": ["application/json", " text/xml "]},
        {"consumes": ["text/plain"]},
        ["application/json", "text/xml"],
    ),
    ({"consumes": "text/xml"}, {}, ["application/json"]),
]


@pytest.mark.parametrize(("own", "shared", "media_types"), BODIES)
def test_a_body_parameter_is_a_request_body(
    own: JsonObject, shared: JsonObject, media_types: list[str]
) -> None:
    body: JsonObject = {
        "name": "pet",
        "in": "body",
        "description": "A pet.",
        "required": True,
        "schema": {"type": "string"},
    }
    operation = upgrade_operation({"parameters": [body], **own}, **shared)
    assert "parameters" not in operation
    assert operation["requestBody"] == {
        "description": "A pet.",
        "required": True,
        "content": {name: {"schema": {"type": "string"}} for name in media_types},
    }


def test_a_shared_body_takes_the_media_types_of_the_operation() -> None:
    operation = upgrade_operation(
        {"parameters": [{"$ref": "#/parameters/B"}], "consumes": ["text/xml"]},
        parameters={"B": {"name": "b", "in": "body", "schema": {"type": "string"}}},
    )
    assert operation["requestBody"] == {
        "content": {"text/xml": {"schema": {"type": "string"}}}
    }


def test_body_parameters_of_the_path_go_to_each_operation() -> None:
    item: JsonObject = {
        "parameters": [
            {"name": "q", "in": "query", "type": "string"},
            {"name": "shared", "in": "body", "schema": {"type": "string"}},
        ],
        "post": {"responses": DONE},
        "put": {
            "responses": DONE,
            "parameters": [
                {"name": "own", "in": "body", "schema": {"type": "integer"}}
            ],
        },
    }
    upgraded = object_of(at("/paths/~1a", paths={"/a": item}))
    schema = "/requestBody/content/application~1json/schema/type"
    shared = upgraded["parameters"]
    assert [object_of(item)["name"] for item in array_of(shared)] == ["q"]
    assert resolve(upgraded, f"/post{schema}") == "string"
    assert resolve(upgraded, f"/put{schema}") == "integer"


def form_of(fields: JsonArray, **operation: JsonValue) -> JsonObject:
    upgraded = upgrade_operation({"parameters": fields, **operation})
    return object_of(upgraded["requestBody"])


def test_form_fields_are_the_properties_of_a_form() -> None:
    fields: JsonArray = [
        {"name": "name", "in": "formData", "type": "string", "required": True},
        {
            "name": "age",
            "in": "formData",
            "type": "integer",
            "description": "In years.",
            "x-example": 3,
        },
        {"name": "any", "in": "formData", "type": "string", "x-sdksmith-untyped": True},
    ]
    assert form_of(fields) == {
        "required": True,
        "content": {
            "application/x-www-form-urlencoded": {
                "schema": {
                    "type": "object",
                    "properties": {
                        "name": {"type": "string"},
                        "age": {
                            "type": "integer",
                            "description": "In years.",
                            "examples": [3],
                        },
                        "any": {"type": "string", "x-sdksmith-untyped": True},
                    },
                    "required": ["name"],
                }
            }
        },
    }


FORMS: list[tuple[str, JsonArray, list[str]]] = [
    ("string", [], ["application/x-www-form-urlencoded"]),
    ("string", ["application/json"], ["application/x-www-form-urlencoded"]),
    ("string", ["multipart/form-data"], ["multipart/form-data"]),
    (
        "string",
        ["application/x-www-form-urlencoded", "multipart/form-data"],
        ["application/x-www-form-urlencoded", "multipart/form-data"],
    ),
    ("file", [], ["multipart/form-data"]),
    ("file", ["application/x-www-form-urlencoded"], ["multipart/form-data"]),
]


@pytest.mark.parametrize(("type_name", "consumes", "expected"), FORMS)
def test_a_form_is_multipart_when_it_says_so_or_has_a_file(
    type_name: str, consumes: JsonArray, expected: list[str]
) -> None:
    field: JsonObject = {"name": "f", "in": "formData", "type": type_name}
    content = object_of(form_of([field], consumes=consumes)["content"])
    assert list(content) == expected


def test_a_file_is_bytes() -> None:
    field: JsonObject = {"name": "f", "in": "formData", "type": "file"}
    schema = "/content/multipart~1form-data/schema/properties/f"
    assert resolve(form_of([field]), schema) == {"type": "string", "format": "binary"}


FORM_STYLES: list[tuple[str | None, JsonObject | None]] = [
    (None, {"style": "form", "explode": False}),
    ("csv", {"style": "form", "explode": False}),
    ("multi", None),
    ("ssv", {"style": "spaceDelimited", "explode": False}),
    ("pipes", {"style": "pipeDelimited", "explode": False}),
    ("tsv", {"style": "form", "explode": False, "x-sdksmith-style": "tabDelimited"}),
]


@pytest.mark.parametrize(("collection", "expected"), FORM_STYLES)
def test_arrays_in_forms_are_encoded_as_their_collection_format_says(
    collection: str | None, expected: JsonObject | None
) -> None:
    field: JsonObject = {"name": "f", "in": "formData", "type": "array"}
    if collection is not None:
        field["collectionFormat"] = collection
    media = object_of(
        resolve(form_of([field]), "/content/application~1x-www-form-urlencoded")
    )
    assert object_of(media.get("encoding")).get("f") == expected


STYLES: list[tuple[str, str | None, JsonObject]] = [
    ("query", None, {"style": "form", "explode": False}),
    ("query", "csv", {"style": "form", "explode": False}),
    ("query", "multi", {"style": "form", "explode": True}),
    ("query", "ssv", {"style": "spaceDelimited", "explode": False}),
    ("query", "pipes", {"style": "pipeDelimited", "explode": False}),
    (
        "query",
        "tsv",
        {"style": "form", "explode": False, "x-sdksmith-style": "tabDelimited"},
    ),
    ("path", None, {"style": "simple"}),
    ("header", "csv", {"style": "simple"}),
    ("header", "multi", {"style": "simple"}),
    ("header", "ssv", {"style": "simple", "x-sdksmith-style": "spaceDelimited"}),
    ("path", "pipes", {"style": "simple", "x-sdksmith-style": "pipeDelimited"}),
    ("path", "tsv", {"style": "simple", "x-sdksmith-style": "tabDelimited"}),
]


@pytest.mark.parametrize(("place", "collection", "expected"), STYLES)
def test_a_collection_format_is_a_style(
    place: str, collection: str | None, expected: JsonObject
) -> None:
    items: JsonObject = {"type": "array", "items": {"type": "string"}}
    parameter: JsonObject = {
        "in": place,
        "type": "array",
        "items": {**items, "collectionFormat": "pipes"},
    }
    if collection is not None:
        parameter["collectionFormat"] = collection
    assert upgrade_parameter(parameter) == {
        "name": "p",
        "in": place,
        "schema": {"type": "array", "items": items},
        **expected,
    }


def test_what_a_parameter_says_of_its_type_is_its_schema() -> None:
    parameter: JsonObject = {
        "in": "query",
        "description": "How many.",
        "type": "integer",
        "format": "int32",
        "minimum": 0,
        "exclusiveMinimum": True,
        "default": 5,
        "enum": [1, 5],
        "x-enum-varnames": ["One", "Five"],
        "x-nullable": True,
        "allowEmptyValue": True,
        "x-example": 1,
        "x-deprecated": True,
        "x-sdksmith-untyped": True,
        "x-note": "kept",
    }
    assert upgrade_parameter(parameter) == {
        "name": "p",
        "in": "query",
        "description": "How many.",
        "allowEmptyValue": True,
        "example": 1,
        "deprecated": True,
        "x-sdksmith-untyped": True,
        "x-note": "kept",
        "schema": {
            "type": ["integer", "null"],
            "format": "int32",
            "exclusiveMinimum": 0,
            "default": 5,
            "enum": [1, 5, None],
            "x-enum-varnames": ["One", "Five"],
        },
    }


def test_headers_that_3_x_ignores_are_marked() -> None:
    for name in ("Accept", "authorization", "Content-Type"):
        operation = upgrade_operation(
            {"parameters": [{"name": name, "in": "header", "type": "string"}]}
        )
        assert resolve(operation, "/parameters/0/x-sdksmith-keep") is True


def test_responses_have_the_media_types_of_the_operation() -> None:
    headers: JsonObject = {
        "X-Ids": {"type": "array", "items": {"type": "integer"}, "description": "Ids."}
    }
    responses: JsonObject = {
        "200": {
            "description": "A pet.",
            "schema": {"type": "string"},
            "headers": headers,
            "examples": {"text/plain": "Rex"},
            "x-note": 1,
        },
        "204": {"description": "None."},
    }
    operation = upgrade_operation(
        {"responses": responses, "produces": ["text/plain"]}, produces=["text/xml"]
    )
    assert operation["responses"] == {
        "200": {
            "description": "A pet.",
            "headers": {
                "X-Ids": {
                    "description": "Ids.",
                    "schema": {"type": "array", "items": {"type": "integer"}},
                    "style": "simple",
                    "explode": False,
                }
            },
            "content": {"text/plain": {"schema": {"type": "string"}, "example": "Rex"}},
            "x-note": 1,
        },
        "204": {"description": "None."},
    }


def test_a_file_response_is_bytes() -> None:
    responses: JsonObject = {"200": {"description": "", "schema": {"type": "file"}}}
    content = "/responses/200/content"
    binary: JsonObject = {"schema": {"type": "string", "format": "binary"}}
    assert resolve(upgrade_operation({"responses": responses}), content) == {
        "application/octet-stream": binary
    }
    pdf = upgrade_operation({"responses": responses, "produces": ["application/pdf"]})
    assert resolve(pdf, content) == {"application/pdf": binary}


def test_a_shared_response_takes_other_media_types_where_they_differ() -> None:
    shared: JsonObject = {"Pet": {"description": "", "schema": {"type": "string"}}}
    used: JsonObject = {"200": {"$ref": "#/responses/Pet"}}
    same = upgrade_operation({"responses": used}, responses=shared)
    assert resolve(same, "/responses/200") == {"$ref": "#/components/responses/Pet"}
    other = upgrade_operation(
        {"responses": used, "produces": ["text/xml"]}, responses=shared
    )
    content = object_of(resolve(other, "/responses/200/content"))
    assert list(content) == ["text/xml"]


def test_ranges_that_a_repair_kept_are_responses() -> None:
    ranges: JsonObject = {"4XX": {"description": "Bad.", "schema": {"type": "string"}}}
    operation = upgrade_operation({"x-sdksmith-response-ranges": ranges})
    responses = object_of(operation["responses"])
    assert list(responses) == ["200", "4XX"]
    assert "x-sdksmith-response-ranges" not in operation


def test_extensions_that_3_1_has_no_words_for_stay() -> None:
    item: JsonObject = {
        "x-sdksmith-path": "/b",
        "x-sdksmith-query": {"a": "1"},
        "get": {"responses": DONE, "x-sdksmith-error-codes": {"95": "No."}},
    }
    upgraded = object_of(at("/paths/~1a", paths={"/a": item}))
    assert upgraded["x-sdksmith-path"] == "/b"
    assert upgraded["x-sdksmith-query"] == {"a": "1"}
    assert resolve(upgraded, "/get/x-sdksmith-error-codes") == {"95": "No."}


FLOWS: list[tuple[JsonObject, JsonObject]] = [
    (
        {"flow": "implicit", "authorizationUrl": "a", "scopes": {"r": "Read."}},
        {"implicit": {"authorizationUrl": "a", "scopes": {"r": "Read."}}},
    ),
    (
        {"flow": "password", "tokenUrl": "t", "scopes": {}},
        {"password": {"tokenUrl": "t", "scopes": {}}},
    ),
    (
        {"flow": "application", "tokenUrl": "t"},
        {"clientCredentials": {"tokenUrl": "t", "scopes": {}}},
    ),
    (
        {"flow": "accessCode", "tokenUrl": "t", "authorizationUrl": "a", "scopes": []},
        {"authorizationCode": {"tokenUrl": "t", "authorizationUrl": "a", "scopes": {}}},
    ),
    ({"tokenUrl": "t"}, {"clientCredentials": {"tokenUrl": "t", "scopes": {}}}),
]


@pytest.mark.parametrize(("said", "flows"), FLOWS)
def test_each_oauth_flow_has_its_new_name(said: JsonObject, flows: JsonObject) -> None:
    definitions: JsonObject = {
        "s": {"type": "oauth2", "description": "Log in.", **said}
    }
    assert at("/components/securitySchemes/s", securityDefinitions=definitions) == {
        "type": "oauth2",
        "description": "Log in.",
        "flows": flows,
    }


def test_basic_authentication_is_an_http_scheme() -> None:
    definitions: JsonObject = {
        "b": {"type": "basic"},
        "k": {"type": "apiKey", "name": "k", "in": "query"},
    }
    assert at("/components/securitySchemes", securityDefinitions=definitions) == {
        "b": {"type": "http", "scheme": "basic"},
        "k": {"type": "apiKey", "name": "k", "in": "query"},
    }


STRANGE: list[JsonValue] = [None, 1, "x", [], [1], {"a": 1}, {"a": {"b": 1}}, [{}, []]]


@pytest.mark.parametrize("value", STRANGE)
@pytest.mark.parametrize(
    "key",
    [
        *("info", "paths", "definitions", "parameters", "responses", "schemes", "host"),
        *(
            "securityDefinitions",
            "security",
            "consumes",
            "produces",
            "tags",
            "basePath",
        ),
    ],
)
def test_no_shape_of_a_root_key_is_too_strange(key: str, value: JsonValue) -> None:
    assert at("/openapi", **{key: value}) == "3.1.0"


@pytest.mark.parametrize("value", STRANGE)
@pytest.mark.parametrize(
    "key",
    [
        *("parameters", "responses", "consumes", "produces", "schemes", "security"),
        *("x-sdksmith-response-ranges", "tags", "deprecated"),
    ],
)
def test_no_shape_of_an_operation_is_too_strange(key: str, value: JsonValue) -> None:
    upgrade_operation({key: value})
    item: JsonObject = {"get": {"responses": {"200": value}}, key: value}
    assert at("/openapi", paths={"/a": item, "/b": value}) == "3.1.0"


@pytest.mark.parametrize("value", STRANGE)
@pytest.mark.parametrize("place", ["query", "body", "formData", "nowhere", None])
@pytest.mark.parametrize(
    "key", ["type", "items", "schema", "name", "collectionFormat", "enum", "required"]
)
def test_no_shape_of_a_parameter_is_too_strange(
    key: str, place: JsonValue, value: JsonValue
) -> None:
    assert upgrade_operation({"parameters": [{"in": place, key: value}]})
