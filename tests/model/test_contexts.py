"""Name words of inline schemas."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.model.types import Choice, Record

from tests.model.documents import build_operation, build_schemas, content_of

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_inline_schemas_in_components_have_contexts() -> None:
    api = build_schemas(
        {
            "Invoice": {
                "properties": {
                    "lines": {
                        "type": "array",
                        "items": {"properties": {"amount": {"enum": ["a"]}}},
                    },
                    "totals": {"additionalProperties": {"properties": {"net": {}}}},
                }
            }
        }
    )
    contexts = {
        item.meta.pointer: item.meta.context
        for item in api.types
        if isinstance(item, Record | Choice) and item.meta.name is None
    }
    invoice = "/components/schemas/Invoice/properties"
    assert contexts == {
        f"{invoice}/lines/items": ("Invoice", "lines", "item"),
        f"{invoice}/lines/items/properties/amount": (
            "Invoice",
            "lines",
            "item",
            "amount",
        ),
        f"{invoice}/totals/additionalProperties": ("Invoice", "totals", "value"),
    }


def test_inline_schemas_of_an_operation_have_contexts() -> None:
    record: JsonObject = {"properties": {"x": {}}}
    operation: JsonObject = {
        "operationId": "payInvoice",
        "parameters": [{"name": "by", "in": "query", "schema": {"enum": ["card"]}}],
        "requestBody": content_of(record),
        "responses": {
            "200": content_of({"type": "array", "items": record}),
            "202": content_of(record),
            "404": content_of(record),
            "default": content_of(record),
        },
    }
    api = build_operation(operation)
    contexts = {
        item.meta.context
        for item in api.types
        if type(item).__name__ in {"Record", "Choice"}
    }
    assert contexts == {
        ("payInvoice", "by"),
        ("payInvoice", "request"),
        ("payInvoice", "response", "item"),
        ("payInvoice", "accepted response"),
        ("payInvoice", "not found error"),
        ("payInvoice", "error"),
    }


def test_media_types_with_different_schemas_have_different_contexts() -> None:
    content: JsonObject = {
        media_type: {"schema": {"properties": {media_type: {}}}}
        for media_type in (
            "application/json",
            "multipart/form-data",
            "application/x-www-form-urlencoded",
            "application/vnd.pets+xml",
        )
    }
    api = build_operation({"operationId": "add", "requestBody": {"content": content}})
    contexts = {item.meta.context for item in api.types if isinstance(item, Record)}
    assert contexts == {
        ("add", "request", "json"),
        ("add", "request", "multipart"),
        ("add", "request", "form"),
        ("add", "request", "xml"),
    }
