"""Conversion of the references of a Swagger 2.0 document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.load.document import resolve

from tests.upgrade.documents import at, upgrade_operation

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_references_are_rewritten_to_new_locations() -> None:
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


def test_reference_into_a_response_is_rewritten_to_its_content() -> None:
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
