"""Conversion of Swagger 2.0 responses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.json_data import object_of
from sdksmith.load.document import resolve

from tests.upgrade.documents import upgrade_operation

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


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


def test_file_response_becomes_binary_content() -> None:
    responses: JsonObject = {"200": {"description": "", "schema": {"type": "file"}}}
    content = "/responses/200/content"
    binary: JsonObject = {"schema": {"type": "string", "format": "binary"}}
    assert resolve(upgrade_operation({"responses": responses}), content) == {
        "application/octet-stream": binary
    }
    pdf = upgrade_operation({"responses": responses, "produces": ["application/pdf"]})
    assert resolve(pdf, content) == {"application/pdf": binary}


def test_shared_response_is_copied_for_other_media_types() -> None:
    shared: JsonObject = {"Pet": {"description": "", "schema": {"type": "string"}}}
    used: JsonObject = {"200": {"$ref": "#/responses/Pet"}}
    same = upgrade_operation({"responses": used}, responses=shared)
    assert resolve(same, "/responses/200") == {"$ref": "#/components/responses/Pet"}
    other = upgrade_operation(
        {"responses": used, "produces": ["text/xml"]}, responses=shared
    )
    content = object_of(resolve(other, "/responses/200/content"))
    assert list(content) == ["text/xml"]


def test_status_ranges_preserved_by_a_repair_become_responses() -> None:
    ranges: JsonObject = {"4XX": {"description": "Bad.", "schema": {"type": "string"}}}
    operation = upgrade_operation({"x-sdksmith-response-ranges": ranges})
    responses = object_of(operation["responses"])
    assert list(responses) == ["200", "4XX"]
    assert "x-sdksmith-response-ranges" not in operation
