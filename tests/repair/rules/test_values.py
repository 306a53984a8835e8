"""Repair rules for values, beyond the example of each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.json_data import object_of
from sdksmith.load.document import resolve
from sdksmith.repair.engine.passes import repair
from sdksmith.report.diagnostics import Effect

from tests.repair.documents import document

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject
    from sdksmith.load.document import Document

OK: JsonObject = {"200": {"description": "OK"}}


def openapi(operation: JsonObject) -> Document:
    return document(
        {
            "openapi": "3.1.0",
            "info": {"title": "T", "version": "1"},
            "paths": {"/a": {"post": {"responses": OK, **operation}}},
        }
    )


def with_body(*media_types: str) -> Document:
    content: JsonObject = {name: {"schema": {"type": "object"}} for name in media_types}
    return openapi({"requestBody": {"content": content}})


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (["json"], ["application/json"]),
        (["application/json, text/csv"], ["application/json", "text/csv"]),
        (["application/json\r\nX: 1"], ["application/json"]),
        (["multipart/form-data; boundary=x"], ["multipart/form-data"]),
        (["multipart/mixed;Boundary=x; a=b"], ["multipart/mixed; a=b"]),
        (["none"], ["application/json"]),
        (["\x00"], ["application/json"]),
        (["none", "text/csv"], ["text/csv"]),
        (["json", "application/json"], ["application/json"]),
        (["acme/v1/json"], ["acme/v1/json"]),
        (["image/*"], ["image/*"]),
    ],
)
def test_media_types_of_bodies_are_repaired(
    written: list[str], expected: list[str]
) -> None:
    repaired = repair(with_body(*written))
    body = resolve(repaired.document.root, "/paths/~1a/post/requestBody/content")
    assert [*object_of(body)] == expected
    codes = [item.code for item in repaired.diagnostics]
    assert ("VA009" in codes) is (written != ["image/*"])


def test_unreadable_media_types_are_removed_without_guesses() -> None:
    repaired = repair(with_body("none"), guess=False)
    body = resolve(repaired.document.root, "/paths/~1a/post/requestBody")
    assert body == {"content": {}}


def test_invalid_media_types_that_can_be_sent_are_noted() -> None:
    (found,) = repair(with_body("acme/v1/json")).diagnostics
    assert (found.code, found.effect) == ("VA009", Effect.NOTED)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("image/png, image/jpeg", "image/png, image/jpeg"),
        ("png, text/csv;", "text/csv"),
        ("a\nb", None),
    ],
)
def test_media_types_of_form_fields_are_repaired(
    written: str, expected: str | None
) -> None:
    schema: JsonObject = {"type": "object", "properties": {"f": {"type": "string"}}}
    media: JsonObject = {"schema": schema, "encoding": {"f": {"contentType": written}}}
    body: JsonObject = {"content": {"multipart/form-data": media}}
    root = repair(openapi({"requestBody": body})).document.root
    content = object_of(resolve(root, "/paths/~1a/post/requestBody/content"))
    encoding = object_of(object_of(content["multipart/form-data"])["encoding"])
    assert object_of(encoding["f"]).get("contentType") == expected


def test_header_values_that_cannot_be_sent_are_removed() -> None:
    schema: JsonObject = {"type": "string", "enum": ["a\r\nb", "ok", "\u00e9"]}
    fixed: JsonObject = {"type": "string", "const": "a\x00"}
    repaired = repair(
        openapi(
            {
                "parameters": [
                    {"name": "X-A", "in": "header", "schema": schema},
                    {"name": "X-B", "in": "header", "schema": fixed},
                    {"name": "q", "in": "query", "schema": schema},
                ]
            }
        )
    )
    root = repaired.document.root
    pointer = "/paths/~1a/post/parameters"
    assert resolve(root, f"{pointer}/0/schema") == {"type": "string", "enum": ["ok"]}
    assert resolve(root, f"{pointer}/1/schema") == {"type": "string"}
    assert resolve(root, f"{pointer}/2/schema") == schema
    assert [item.code for item in repaired.diagnostics] == ["VA010", "VA010"]


def test_invalid_urls_of_openapi_documents_are_corrected_or_moved() -> None:
    root: JsonObject = {
        "openapi": "3.1.0",
        "info": {
            "title": "T",
            "version": "1",
            "contact": {"url": "http:\\\\example.com"},
            "license": {"name": "L", "url": "http://[::1"},
        },
        "externalDocs": {"url": "/docs"},
        "paths": {},
    }
    repaired = repair(document(root))
    info = object_of(repaired.document.root["info"])
    assert info["contact"] == {"url": "http://example.com"}
    assert info["license"] == {"name": "L", "x-url": "http://[::1"}
    assert repaired.document.root["externalDocs"] == {"url": "/docs"}
    assert [item.code for item in repaired.diagnostics] == ["VA008", "VA008"]
