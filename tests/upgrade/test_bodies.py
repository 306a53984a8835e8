"""Body and form parameters of Swagger 2.0."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.json_data import array_of, object_of
from sdksmith.load.document import resolve

from tests.upgrade.documents import DONE, at, upgrade_operation

if TYPE_CHECKING:
    from sdksmith.json_data import JsonArray, JsonObject, JsonValue

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
def test_body_parameter_becomes_a_request_body(
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


def test_shared_body_has_the_media_types_of_the_operation() -> None:
    operation = upgrade_operation(
        {"parameters": [{"$ref": "#/parameters/B"}], "consumes": ["text/xml"]},
        parameters={"B": {"name": "b", "in": "body", "schema": {"type": "string"}}},
    )
    assert operation["requestBody"] == {
        "content": {"text/xml": {"schema": {"type": "string"}}}
    }


def test_body_parameters_of_a_path_are_copied_to_each_operation() -> None:
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


def test_form_parameters_become_properties() -> None:
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
def test_form_with_a_file_is_multipart(
    type_name: str, consumes: JsonArray, expected: list[str]
) -> None:
    field: JsonObject = {"name": "f", "in": "formData", "type": type_name}
    content = object_of(form_of([field], consumes=consumes)["content"])
    assert list(content) == expected


def test_file_becomes_a_binary_string() -> None:
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
def test_collection_format_of_forms_becomes_an_encoding(
    collection: str | None, expected: JsonObject | None
) -> None:
    field: JsonObject = {"name": "f", "in": "formData", "type": "array"}
    if collection is not None:
        field["collectionFormat"] = collection
    media = object_of(
        resolve(form_of([field]), "/content/application~1x-www-form-urlencoded")
    )
    assert object_of(media.get("encoding")).get("f") == expected
