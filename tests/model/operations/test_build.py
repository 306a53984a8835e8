"""Operations of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.report.diagnostics import Effect

from tests.model.documents import OK, build, content_of, openapi31

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_types_of_omitted_operations_are_removed() -> None:
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


def test_path_item_references_are_resolved() -> None:
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


def test_query_and_additional_operations_are_read() -> None:
    item: JsonObject = {
        "query": {"responses": OK},
        "additionalOperations": {"COPY": {"responses": OK}},
    }
    document = openapi31(paths={"/a": item})
    assert [item.method for item in build(document).api.operations] == ["QUERY", "COPY"]


def test_preflight_operation_of_a_gateway_is_noted_and_has_no_method() -> None:
    integration: JsonObject = {"x-amazon-apigateway-integration": {"type": "MOCK"}}
    built = build(
        openapi31(
            paths={
                "/pets": {"options": integration, "get": integration},
                "/toys": {"options": {"responses": {}}},
            }
        )
    )
    methods = [item.method for item in built.api.operations]
    assert (methods, built.api.operations_total) == (["GET", "OPTIONS"], 2)
    assert [item.code for item in built.diagnostics] == ["MD012"]
