"""Content of request bodies."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.api import Style

from tests.model.documents import build_operation, only_operation, type_of

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_media_types_keep_their_order_and_share_a_type() -> None:
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


def test_encodings_of_form_parts_are_read() -> None:
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


@pytest.mark.parametrize("key", ["itemSchema", "x-itemSchema"])
def test_items_are_described_by_a_field_or_its_extension(key: str) -> None:
    content: JsonObject = {"application/jsonl": {key: {"type": "integer"}}}
    api = build_operation({"requestBody": {"content": content}})
    body = only_operation(api).body
    assert body is not None
    assert type_of(api, body.contents[0].item) == "integer"


@pytest.mark.parametrize("optional", [False, True])
def test_strings_of_a_form_that_contain_json_have_the_type_of_the_json(
    optional: bool,
) -> None:
    text: JsonObject = {
        "type": "string",
        "contentMediaType": "application/json",
        "contentSchema": {"type": "array", "items": {"type": "integer"}},
    }
    if optional:
        text = {"anyOf": [text, {"type": "null"}]}
    schema: JsonObject = {"properties": {"numbers": text, "name": {"type": "string"}}}
    content: JsonObject = {"multipart/form-data": {"schema": schema}}
    api = build_operation({"requestBody": {"content": content}})
    body = only_operation(api).body
    assert body is not None
    (encoding,) = body.contents[0].encodings
    assert (encoding.property_name, encoding.content_type) == (
        "numbers",
        "application/json",
    )
    assert type_of(api, encoding.content) == "[integer]"
