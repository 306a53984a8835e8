"""Upgrade of OpenAPI 3.0 documents to 3.1."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.load.document import resolve
from sdksmith.upgrade import upgrade

from tests.model.documents import openapi30

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue


def test_forbidden_siblings_of_references_are_removed() -> None:
    parameter: JsonObject = {"$ref": "#/components/parameters/P", "name": "p"}
    paths: JsonObject = {"/a": {"get": {"parameters": [parameter]}}}
    upgraded = upgrade(openapi30(paths=paths))
    assert resolve(upgraded.root, "/paths/~1a/get/parameters/0") == {
        "$ref": "#/components/parameters/P"
    }


def test_all_schemas_of_a_3_0_document_are_upgraded() -> None:
    old: JsonObject = {"type": "string", "nullable": True}
    text: JsonObject = {"schema": old, "example": {"nullable": True}}
    media: JsonObject = {"content": {"text/plain": {**text, "x-itemSchema": old}}}
    header: JsonObject = {"x-header": {"schema": old}}
    operation: JsonObject = {
        "parameters": [{"name": "p", "in": "query", "schema": old}],
        "requestBody": media,
        "responses": {"200": {"description": "", "headers": header, **media}},
        "callbacks": {"done": {"{$url}": {"post": {"requestBody": media}}}},
        "x-note": {"schema": old},
    }
    components: JsonObject = {
        "parameters": {"P": {"name": "p", "in": "query", **media}},
        "requestBodies": {"B": media},
        "responses": {"R": {"description": "", **media}},
        "headers": header,
        "schemas": {"S": old},
    }
    upgraded = upgrade(
        openapi30(paths={"/a": {"put": operation}}, components=components)
    )
    new: JsonValue = {"type": ["string", "null"]}
    content = "content/text~1plain"
    put = "/paths/~1a/put"
    for pointer in (
        f"{put}/parameters/0/schema",
        f"{put}/requestBody/{content}/schema",
        f"{put}/responses/200/{content}/schema",
        f"{put}/responses/200/{content}/x-itemSchema",
        f"{put}/responses/200/headers/x-header/schema",
        f"{put}/callbacks/done/{{$url}}/post/requestBody/{content}/schema",
        f"/components/parameters/P/{content}/schema",
        f"/components/requestBodies/B/{content}/schema",
        f"/components/responses/R/{content}/schema",
        "/components/headers/x-header/schema",
        "/components/schemas/S",
    ):
        assert resolve(upgraded.root, pointer) == new, pointer
    assert resolve(upgraded.root, f"{put}/x-note/schema") == old
    example = resolve(upgraded.root, f"{put}/requestBody/{content}/example")
    assert example == {"nullable": True}


def test_unchanged_nodes_are_shared_with_the_old_tree() -> None:
    document = openapi30(
        components={"schemas": {"A": {"type": "string"}, "B": {"nullable": True}}}
    )
    upgraded = upgrade(document)
    pointer = "/components/schemas/A"
    assert resolve(upgraded.root, pointer) is resolve(document.root, pointer)
    assert upgraded.root["info"] is document.root["info"]
