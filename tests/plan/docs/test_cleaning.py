"""Cleaning of damaged descriptions when docstrings are planned."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.plan.docs.cleaning import clean_descriptions

from tests.model.documents import build, openapi31

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject
    from sdksmith.model.api import Api

OLD, NEW = "The user???s {}.If it is none, wait.", "The user's {}. If it is none, wait."


def api_with_texts(text: str) -> Api:
    """Return an API with a different text in each place that has one."""
    schema: JsonObject = {
        "type": "object",
        "description": text.format("schema"),
        "properties": {"name": {"type": "string", "description": text.format("name")}},
    }
    response: JsonObject = {
        "description": text.format("response"),
        "headers": {
            "X-A": {"description": text.format("header"), "schema": {"type": "string"}}
        },
        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}},
    }
    operation: JsonObject = {
        "summary": text.format("summary"),
        "description": text.format("operation"),
        "parameters": [
            {
                "name": "p",
                "in": "query",
                "description": text.format("parameter"),
                "schema": {"type": "string", "default": OLD, "example": OLD},
            }
        ],
        "requestBody": {
            "description": text.format("body"),
            "content": {"application/json": {"schema": schema}},
        },
        "responses": {"200": response},
    }
    document = openapi31(
        info={"title": text.format("title"), "version": "1"},
        servers=[{"url": "https://h.test", "description": text.format("server")}],
        tags=[{"name": "a", "description": text.format("tag")}],
        paths={"/a": {"post": operation}},
        webhooks={"w": {"post": operation}},
        components={
            "schemas": {"A": schema},
            "securitySchemes": {
                "s": {
                    "type": "http",
                    "scheme": "basic",
                    "description": text.format("scheme"),
                }
            },
        },
    )
    return build(document).api


def test_all_descriptions_are_cleaned() -> None:
    cleaned = clean_descriptions(api_with_texts(OLD))
    found = cleaned.damaged
    assert cleaned.api == api_with_texts(NEW)
    assert len(found) > 10
    assert {text.count for text in found} == {2}
    assert {(text.before, text.after) for text in found} == {("user???s", "user's")}


def test_an_api_without_damage_is_not_copied() -> None:
    api = api_with_texts(NEW)
    cleaned = clean_descriptions(api)
    assert cleaned.api is api
    assert cleaned.damaged == ()
    assert cleaned.long == ()


def test_repeated_texts_are_reported_once() -> None:
    api = api_with_texts("The user???s name.")
    cleaned = clean_descriptions(api)
    assert len(cleaned.damaged) == 1
    assert cleaned.api.operations[0].description == "The user's name."


def test_names_of_the_document_are_not_changed() -> None:
    schemas: JsonObject = {
        "user.This": {"type": "object", "description": "The user.This is a name."}
    }
    api = build(openapi31(paths={}, components={"schemas": schemas})).api
    assert clean_descriptions(api).api is api


def test_long_descriptions_are_cut_and_kept_whole() -> None:
    manual = "A paragraph of a manual.\n\n" * 2000
    operation: JsonObject = {"description": manual, "responses": {}}
    api = build(openapi31(paths={"/a": {"get": operation, "put": operation}})).api
    cleaned = clean_descriptions(api)
    (text,) = cleaned.long
    assert text.pointer == "/paths/~1a/get"
    assert text.text.strip() == manual.strip()
    for item in cleaned.api.operations:
        assert len(item.description) < 20_100
        assert item.description.endswith("in `api.md`.")
