"""Operations as a whole, and what is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.api import Server, Variable
from sdksmith.model.types import Record
from sdksmith.report.diagnostics import Effect

from tests.model.documents import (
    OK,
    build,
    build_operation,
    content_of,
    only_operation,
    openapi31,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonArray, JsonObject, JsonValue


def test_an_operation_that_cannot_be_made_leaves_nothing_behind() -> None:
    schema: JsonObject = {"properties": {"id": {"enum": ["a"]}}}
    bad: JsonObject = {"responses": {"200": content_of(schema)}}
    good = build(openapi31(paths={"/good": {"get": {"responses": OK}}}))
    both = build(
        openapi31(
            paths={
                "no/slash": {"get": bad, "put": bad},
                "/good": {"get": {"responses": OK}, "post": 1, "x-note": {}},
                "x-paths": {"get": bad},
            }
        )
    )
    assert both.api.types == good.api.types
    assert both.api.operations == good.api.operations
    assert both.api.operations_total == 4
    omitted = [item for item in both.diagnostics if item.effect is Effect.OMITTED]
    assert [(item.code, item.count) for item in omitted] == [("MD001", 1)] * 3
    assert [item.location.pointer for item in omitted] == [
        "/paths/no~1slash/get",
        "/paths/no~1slash/put",
        "/paths/~1good/post",
    ]
    assert all(item.location.line > 1 for item in omitted)


def test_a_path_item_may_be_elsewhere() -> None:
    shared: JsonObject = {"get": {"responses": OK, "operationId": "shared"}}
    api = build(
        openapi31(
            paths={
                "/a": {"$ref": "#/components/pathItems/A", "put": {"responses": OK}}
            },
            components={"pathItems": {"A": shared}},
        )
    ).api
    assert [(item.method, item.id) for item in api.operations] == [
        ("PUT", ""),
        ("GET", "shared"),
    ]


def test_any_method_of_openapi_3_2_is_an_operation() -> None:
    item: JsonObject = {
        "query": {"responses": OK},
        "additionalOperations": {"COPY": {"responses": OK}},
    }
    document = openapi31(paths={"/a": item})
    assert [item.method for item in build(document).api.operations] == ["QUERY", "COPY"]


def test_https_comes_before_the_same_without() -> None:
    urls = ["http://a.com", "http://b.com", "https://b.com", "https://a.com", "/v1"]
    servers: JsonValue = [{"url": url} for url in urls]
    api = build(openapi31(servers=servers)).api
    assert [server.url for server in api.servers] == [
        "https://a.com",
        "http://a.com",
        "https://b.com",
        "http://b.com",
        "/v1",
    ]


def test_servers_may_stand_on_the_operation_the_path_and_the_document() -> None:
    def server(url: str) -> JsonArray:
        return [{"url": url}]

    paths: JsonObject = {
        "/a": {"servers": server("https://path"), "get": {"responses": OK}},
        "/b": {
            "servers": server("https://path"),
            "get": {"responses": OK, "servers": server("https://own")},
        },
        "/c": {"get": {"responses": OK}},
    }
    variables: JsonObject = {
        "port": {"default": 443, "enum": [443, "8443"], "description": "Where."}
    }
    document = openapi31(
        paths=paths, servers=[{"url": "https://all:{port}", "variables": variables}, {}]
    )
    api = build(document).api
    urls = [[server.url for server in item.servers] for item in api.operations]
    assert urls == [["https://path"], ["https://own"], []]
    assert api.servers == (
        Server(
            "https://all:{port}", (Variable("port", "443", ("443", "8443"), "Where."),)
        ),
    )


@pytest.mark.parametrize(
    ("extensions", "group", "method"),
    [
        ({"x-sdksmith-group": "a.b", "x-sdksmith-method": "go"}, ("a", "b"), "go"),
        (
            {"x-fern-sdk-group-name": ["a", "b"], "x-fern-sdk-method-name": "go"},
            ("a", "b"),
            "go",
        ),
        ({"x-speakeasy-group": "a", "x-speakeasy-name-override": "go"}, ("a",), "go"),
        ({"x-sdksmith-group": "own", "x-speakeasy-group": "other"}, ("own",), ""),
        ({"x-sdksmith-group": 1, "x-sdksmith-method": []}, (), ""),
        ({}, (), ""),
    ],
)
def test_the_document_may_name_its_operations(
    extensions: JsonObject, group: tuple[str, ...], method: str
) -> None:
    hints = only_operation(build_operation({"responses": OK, **extensions})).hints
    assert (hints.group, hints.method) == (group, method)


def test_error_codes_are_collected_once() -> None:
    def operation(codes: JsonObject) -> JsonObject:
        return {"get": {"responses": OK, "x-sdksmith-error-codes": codes}}

    api = build(
        openapi31(
            paths={
                "/b": operation({"10": "Ten", "2": "Two", "E1": "Word", "3": ""}),
                "/a": operation({"2": "Deux", "3": "Three"}),
            }
        )
    ).api
    found = [(item.code, item.description) for item in api.error_codes]
    assert found == [("2", "Deux"), ("3", "Three"), ("10", "Ten"), ("E1", "Word")]


def test_inline_schemas_of_an_operation_say_where_they_stand() -> None:
    record: JsonObject = {"properties": {"x": {}}}
    operation: JsonObject = {
        "operationId": "payInvoice",
        "parameters": [{"name": "by", "in": "query", "schema": {"enum": ["card"]}}],
        "requestBody": content_of(record),
        "responses": {
            "200": content_of({"type": "array", "items": record}),
            "202": content_of(record),
            "404": content_of(record),
            "default": content_of(record),
        },
    }
    api = build_operation(operation)
    contexts = {
        item.meta.context
        for item in api.types
        if type(item).__name__ in {"Record", "Choice"}
    }
    assert contexts == {
        ("payInvoice", "by"),
        ("payInvoice", "request"),
        ("payInvoice", "response", "item"),
        ("payInvoice", "202", "response"),
        ("payInvoice", "404", "error"),
        ("payInvoice", "error"),
    }


def test_media_types_with_different_schemas_are_told_apart() -> None:
    content: JsonObject = {
        media_type: {"schema": {"properties": {media_type: {}}}}
        for media_type in (
            "application/json",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application/vnd.pets+xml",
        )
    }
    api = build_operation({"operationId": "add", "requestBody": {"content": content}})
    contexts = {item.meta.context for item in api.types if isinstance(item, Record)}
    assert contexts == {
        ("add", "request", "json"),
        ("add", "request", "multipart"),
        ("add", "request", "form"),
        ("add", "request", "xml"),
    }
