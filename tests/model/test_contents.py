"""Bodies and responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.api import Style

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


def test_a_body_of_an_object_without_properties_is_none_where_it_may_be_absent() -> (
    None
):
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
        said: JsonObject = {"content": content, "required": required}
        body = only_operation(build_operation({"requestBody": said})).body
        assert (body.contents[0].media_type if body else None) == expected


def test_a_body_has_its_media_types_in_order_and_one_type() -> None:
    schema: JsonObject = {"properties": {"name": {"type": "string"}}}
    content: JsonObject = {
        "application/xml": {"schema": schema},
        " Application/JSON ": {"schema": schema, "example": {"name": "Rex"}},
        "text/csv": {"schema": {"type": "string"}},
        "application/octet-stream": {},
        "text/plain": {},
    }
    api = build_operation({"requestBody": {"content": content, "required": True}})
    body = only_operation(api).body
    assert body is not None
    assert body.required
    found = [(item.media_type, type_of(api, item.type)) for item in body.contents]
    assert found == [
        ("application/xml", "{name?: string}"),
        ("application/json", "{name?: string}"),
        ("text/csv", "string"),
        ("application/octet-stream", "binary"),
        ("text/plain", "undescribed"),
    ]
    assert body.contents[0].type == body.contents[1].type
    assert body.contents[1].examples == ({"name": "Rex"},)


def test_parts_of_a_form_keep_their_encoding() -> None:
    content: JsonObject = {
        "multipart/form-data": {
            "schema": {"properties": {"file": {"type": "string", "format": "binary"}}},
            "encoding": {
                "file": {"contentType": "image/png, image/jpeg"},
                "tags": {"style": "spaceDelimited"},
                "ids": {"explode": False},
            },
        }
    }
    api = build_operation({"requestBody": {"content": content}})
    body = only_operation(api).body
    assert body is not None
    found = [
        (item.property_name, item.content_type, item.style, item.explode)
        for item in body.contents[0].encodings
    ]
    assert found == [
        ("file", "image/png", Style.FORM, True),
        ("tags", "", Style.SPACE, False),
        ("ids", "", Style.FORM, False),
    ]


def responses_of(responses: JsonValue, **more: JsonValue) -> dict[str, list[str]]:
    api = build_operation({"responses": responses, **more})
    return {
        item.status: [
            f"{content.media_type} {type_of(api, content.type)}"
            for content in item.contents
        ]
        for item in only_operation(api).responses
    }


def test_responses_are_sorted_and_their_status_is_made_plain() -> None:
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
def test_success_that_nobody_describes_may_hold_anything(
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


def test_a_response_has_headers() -> None:
    responses: JsonObject = {
        "200": {
            "headers": {
                "X-Left": {"schema": {"type": "integer"}, "description": "Calls left."},
                "Content-Type": {"schema": {"type": "string"}},
                "X-Ref": {"$ref": "#/components/headers/Ref"},
            }
        }
    }
    shared: JsonObject = {"Ref": {"schema": {"type": "string"}, "required": True}}
    api = build(
        openapi31(
            paths={"/x": {"get": {"responses": responses}}},
            components={"headers": shared},
        )
    ).api
    headers = only_operation(api).responses[0].headers
    found = [(item.name, type_of(api, item.type), item.required) for item in headers]
    assert found == [("X-Left", "integer", False), ("X-Ref", "string", True)]
