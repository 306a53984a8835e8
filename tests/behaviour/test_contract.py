"""Checks of requests against documents."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from .contract import DocumentContract
from .stub_server import ReceivedRequest

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

BOOK: JsonObject = {
    "type": "object",
    "required": ["id", "title"],
    "properties": {
        "id": {"type": "integer", "readOnly": True},
        "title": {"type": "string", "maxLength": 5},
        "tags": {"type": "array", "items": {"type": "string"}},
    },
    "additionalProperties": False,
}
DOCUMENT: JsonObject = {
    "openapi": "3.1.0",
    "info": {"title": "Books", "version": "1"},
    "servers": [{"url": "https://books.example.com/v1"}],
    "components": {
        "schemas": {"Book": BOOK},
        "securitySchemes": {"key": {"type": "apiKey", "in": "query", "name": "key"}},
    },
    "paths": {
        "/books/{id}": {
            "parameters": [
                {
                    "name": "id",
                    "in": "path",
                    "required": True,
                    "schema": {"type": "integer", "minimum": 1},
                }
            ],
            "get": {
                "parameters": [
                    {
                        "name": "sort",
                        "in": "query",
                        "explode": False,
                        "schema": {
                            "type": "array",
                            "items": {"enum": ["a", "b"]},
                            "minItems": 1,
                        },
                    },
                    {
                        "name": "filter",
                        "in": "query",
                        "style": "deepObject",
                        "schema": {
                            "type": "object",
                            "properties": {"year": {"type": "integer"}},
                            "additionalProperties": False,
                        },
                    },
                    {
                        "name": "X-Day",
                        "in": "header",
                        "required": True,
                        "schema": {"type": "string", "format": "date"},
                    },
                ],
                "responses": {
                    "200": {
                        "description": "The book.",
                        "content": {
                            "application/json": {
                                "schema": {"$ref": "#/components/schemas/Book"}
                            }
                        },
                    }
                },
            },
            "put": {
                "requestBody": {
                    "required": True,
                    "content": {
                        "application/json": {
                            "schema": {"$ref": "#/components/schemas/Book"}
                        },
                        "application/x-www-form-urlencoded": {
                            "schema": {"$ref": "#/components/schemas/Book"}
                        },
                    },
                },
                "responses": {"204": {"description": "Replaced."}},
            },
        }
    },
}
DAY = {"x-day": "2024-01-31"}
JSON = {"content-type": "application/json"}
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(scope="module")
def contract() -> DocumentContract:
    return DocumentContract(DOCUMENT)


@pytest.mark.parametrize(
    "target",
    [
        "/v1/books/1",
        "/v1/books/1?sort=a,b",
        "/v1/books/1?filter%5Byear%5D=2024",
        "/v1/books/1?key=secret",
    ],
)
def test_allowed_requests_have_no_violation(
    contract: DocumentContract, target: str
) -> None:
    assert contract.violation(ReceivedRequest("GET", target, DAY, b"")) == ""


@pytest.mark.parametrize(
    ("target", "headers", "violation"),
    [
        ("/books/1", DAY, "no operation"),
        ("/v1/books/1/2", DAY, "no operation"),
        ("/v1/books/x", DAY, "path parameter 'id'"),
        ("/v1/books/0", DAY, "path parameter 'id'"),
        ("/v1/books/1", {}, "'X-Day' is missing"),
        ("/v1/books/1", {"x-day": "today"}, "header parameter 'X-Day'"),
        ("/v1/books/1?sort=a,c", DAY, "query parameter 'sort'"),
        ("/v1/books/1?sort=a&sort=c", DAY, "query parameter 'sort'"),
        ("/v1/books/1?filter%5Byear%5D=x", DAY, "query parameter 'filter'"),
        ("/v1/books/1?filter%5Bday%5D=1", DAY, "query parameter 'filter'"),
        ("/v1/books/1?other=1", DAY, "undeclared query parameters: ['other']"),
    ],
)
def test_violations_of_requests_are_found(
    contract: DocumentContract, target: str, headers: dict[str, str], violation: str
) -> None:
    assert violation in contract.violation(ReceivedRequest("GET", target, headers, b""))


@pytest.mark.parametrize(
    ("headers", "body", "violation"),
    [
        (JSON, b'{"title": "x"}', ""),
        (FORM, b"title=x&tags=a&tags=b", ""),
        ({}, b"", "the body is missing"),
        (JSON, b"{}", "title"),
        (JSON, b'{"title": "longer"}', "title"),
        (JSON, b'{"title": "x", "more": 1}', "more"),
        (FORM, b"title=longer", "title"),
        ({"content-type": "text/plain"}, b"x", "content type"),
    ],
)
def test_violations_of_bodies_are_found(
    contract: DocumentContract, headers: dict[str, str], body: bytes, violation: str
) -> None:
    found = contract.violation(ReceivedRequest("PUT", "/v1/books/1", headers, body))
    assert violation in found
    assert bool(found) is bool(violation)


def test_allowed_response_matches_its_schema(contract: DocumentContract) -> None:
    allowed_response = contract.allowed_response(
        ReceivedRequest("GET", "/v1/books/1", DAY, b"")
    )
    assert (allowed_response.status, allowed_response.content_type) == (
        200,
        "application/json",
    )
    assert {"id", "title"} <= json.loads(allowed_response.body).keys()
    nothing = contract.allowed_response(
        ReceivedRequest("PUT", "/v1/books/1", JSON, b"{}")
    )
    assert (nothing.status, nothing.body) == (204, b"")
