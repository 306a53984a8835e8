"""Headers of responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.model.documents import build, only_operation, openapi31, type_of

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_headers_of_responses_are_read() -> None:
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
