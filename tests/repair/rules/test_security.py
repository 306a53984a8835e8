"""Repair rules for security, beyond the example of each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.json_data import object_of
from sdksmith.repair.engine.passes import repair
from sdksmith.report.diagnostics import Effect

from tests.repair.documents import document, swagger

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_undefined_schemes_are_removed_from_requirements() -> None:
    repaired = repair(swagger("""
        security: [{key: [], lost: []}, {lost: []}, {}]
        paths: {}
        securityDefinitions: {key: {type: basic}}
        """))
    # A requirement keeps its defined schemes.
    assert repaired.document.root["security"] == [{"key": []}, {}]


def test_unknown_security_scheme_is_omitted() -> None:
    repaired = repair(swagger("""
        paths: {}
        securityDefinitions: {odd: {type: odd}}
        """))
    (found,) = repaired.diagnostics
    assert (found.code, found.effect) == ("AU002", Effect.OMITTED)


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("X-Key", "X-Key"),
        ("X-Key:", "X-Key"),
        ("Authorization: Bearer", "Authorization"),
        ("X-Key\r\nX-Evil: 1", None),
        ("X Key", None),
        ("X-Schl\u00fcssel", None),
        ("content-length", None),
    ],
)
def test_headers_of_api_keys_can_be_sent(written: str, expected: str | None) -> None:
    root: JsonObject = {
        "swagger": "2.0",
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "securityDefinitions": {
            "k": {"type": "apiKey", "in": "header", "name": written}
        },
    }
    repaired = repair(document(root)).document.root["securityDefinitions"]
    assert object_of(object_of(repaired).get("k")).get("name") == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Bearer <token>", "bearer"),
        ("HMAC", "HMAC"),
        ("a b", "bearer"),
        ("é", "bearer"),
    ],
)
def test_http_schemes_are_tokens(written: str, expected: str) -> None:
    root = openapi_with_scheme({"type": "http", "scheme": written})
    assert scheme_of(repair(document(root)).document.root) == {
        "type": "http",
        "scheme": expected,
    }


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("http://[::1", None),
        ("mailto:a@b.c", None),
        ("https://user:pw@example.com/t", "https://example.com/t"),
        ("http:\\\\example.com\\t", "http://example.com/t"),
        ("/token", "/token"),
        ("https://{tenant}.example.com", "https://{tenant}.example.com"),
    ],
)
def test_oauth_urls_of_openapi_documents_are_valid(
    written: str, expected: str | None
) -> None:
    flows: JsonObject = {"clientCredentials": {"tokenUrl": written, "scopes": {}}}
    root = openapi_with_scheme({"type": "oauth2", "flows": flows})
    repaired = object_of(scheme_of(repair(document(root)).document.root)["flows"])
    flow = object_of(repaired.get("clientCredentials"))
    assert flow.get("tokenUrl") == expected


def openapi_with_scheme(scheme: JsonObject) -> JsonObject:
    return {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "components": {"securitySchemes": {"s": scheme}},
    }


def scheme_of(root: JsonObject) -> JsonObject:
    schemes = object_of(root["components"])["securitySchemes"]
    return object_of(object_of(schemes)["s"])
