"""Request bodies and responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.api import Link

from tests.model.documents import (
    OK,
    build,
    build_operation,
    content_of,
    only_operation,
    openapi31,
    swagger2,
    type_of,
)

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue


def test_optional_form_without_properties_is_omitted() -> None:
    form = "application/x-www-form-urlencoded"
    empty: JsonObject = {"type": "object", "properties": {}}
    open_: JsonObject = {**empty, "additionalProperties": {}}
    bare: JsonObject = {"type": "object"}
    for schema, required, expected in (
        (empty, False, None),
        (empty, True, form),
        (open_, False, form),
        (bare, False, form),
    ):
        content: JsonObject = {form: {"schema": schema}}
        fields: JsonObject = {"content": content, "required": required}
        body = only_operation(build_operation({"requestBody": fields})).body
        assert (body.contents[0].media_type if body else None) == expected


def responses_of(responses: JsonValue, **more: JsonValue) -> dict[str, list[str]]:
    api = build_operation({"responses": responses, **more})
    return {
        item.status: [
            f"{content.media_type} {type_of(api, content.type)}"
            for content in item.contents
        ]
        for item in only_operation(api).responses
    }


def test_responses_are_sorted_by_normalised_status() -> None:
    responses: JsonObject = {
        "default": content_of({"type": "string"}),
        "4xx": {"$ref": "#/components/responses/Bad"},
        "404": content_of({"type": "integer"}),
        "200": {"description": "OK"},
        "x-note": {},
        "OK": {},
    }
    shared: JsonObject = {"Bad": content_of({"type": "boolean"})}
    assert responses_of(responses)["4XX"] == ["application/json undescribed"]
    api = build(
        openapi31(
            paths={"/pets": {"get": {"responses": responses}}},
            components={"responses": shared},
        )
    ).api
    found = [
        (item.status, [type_of(api, content.type) for content in item.contents])
        for item in only_operation(api).responses
    ]
    assert found == [
        ("200", []),
        ("404", ["integer"]),
        ("4XX", ["boolean"]),
        ("default", ["string"]),
    ]


@pytest.mark.parametrize(
    ("responses", "expected"),
    [
        ({}, {"default": True}),
        ({"200": {}}, {"200": True}),
        ({"201": {}, "404": {}}, {"201": True, "404": False}),
        ({"204": {}}, {"204": False}),
        ({"302": {}}, {"302": False}),
        ({"404": {}}, {"404": False, "default": True}),
        ({"200": {}, "default": {}}, {"200": True, "default": False}),
        ({"200": {}, "default": content_of({})}, {"200": False, "default": True}),
        ({"201": {}, "200": content_of({})}, {"200": True, "201": False}),
    ],
)
def test_undescribed_success_response_has_any_content(
    responses: JsonObject, expected: dict[str, bool]
) -> None:
    found = responses_of(responses)
    assert {status: bool(contents) for status, contents in found.items()} == expected


def test_undescribed_content_has_the_media_types_of_the_operation() -> None:
    operation: JsonObject = {"responses": OK, "produces": ["text/csv", "text/plain"]}
    api = build(swagger2(paths={"/pets": {"get": operation}})).api
    (response,) = only_operation(api).responses
    found = [(item.media_type, item.type) for item in response.contents]
    assert found == [("text/csv", None), ("text/plain", None)]


def test_links_are_read() -> None:
    links: JsonObject = {
        "next": {
            "operationId": "listPets",
            "parameters": {"query.page": "$response.body#/next"},
            "description": "The next page.",
        },
        "owner": {"$ref": "#/components/links/owner"},
        "missing": {"$ref": "#/components/links/missing"},
    }
    shared: JsonObject = {
        "operationRef": "#/paths/~1owners/get",
        "requestBody": {"a": 1},
        "server": {"url": "https://other.example.com"},
    }
    responses: JsonObject = {"200": {"description": "OK", "links": links}}
    components: JsonObject = {"links": {"owner": shared}}
    api = build_operation({"responses": responses}, components=components)
    following, owner = only_operation(api).responses[0].links
    assert following == Link(
        "next",
        "listPets",
        (("query.page", "$response.body#/next"),),
        description="The next page.",
    )
    assert (owner.operation, owner.body) == ("#/paths/~1owners/get", {"a": 1})
    assert owner.server is not None
