"""Swagger 2.0 in the words of OpenAPI 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.json_data import object_of
from sdksmith.load.document import Dialect, resolve
from sdksmith.load.loading import load_document
from sdksmith.upgrade import upgrade

from tests.model.documents import swagger2
from tests.upgrade.pieces import DONE, at, upgrade_operation

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


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


def test_a_host_that_a_repair_set_aside_is_the_server() -> None:
    said: JsonObject = {"x-sdksmith-host": "{shop}.e.com", "basePath": "/v1"}
    assert at("/servers/0", **said) == {
        "url": "https://{shop}.e.com/v1",
        "variables": {"shop": {"default": ""}},
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


def test_basic_authentication_and_a_bearer_token_are_http_schemes() -> None:
    definitions: JsonObject = {
        "b": {"type": "basic"},
        "k": {"type": "apiKey", "name": "k", "in": "query"},
        "t": {
            "type": "apiKey",
            "name": "Authorization",
            "in": "header",
            "description": "A token.",
            "x-sdksmith-scheme": "bearer",
        },
    }
    assert at("/components/securitySchemes", securityDefinitions=definitions) == {
        "b": {"type": "http", "scheme": "basic"},
        "k": {"type": "apiKey", "name": "k", "in": "query"},
        "t": {"type": "http", "scheme": "bearer", "description": "A token."},
    }
