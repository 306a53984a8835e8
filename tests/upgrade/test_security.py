"""Conversion of Swagger 2.0 security definitions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.upgrade.documents import at

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

FLOWS: list[tuple[JsonObject, JsonObject]] = [
    (
        {"flow": "implicit", "authorizationUrl": "a", "scopes": {"r": "Read."}},
        {"implicit": {"authorizationUrl": "a", "scopes": {"r": "Read."}}},
    ),
    (
        {"flow": "password", "tokenUrl": "t", "scopes": {}},
        {"password": {"tokenUrl": "t", "scopes": {}}},
    ),
    (
        {"flow": "application", "tokenUrl": "t"},
        {"clientCredentials": {"tokenUrl": "t", "scopes": {}}},
    ),
    (
        {"flow": "accessCode", "tokenUrl": "t", "authorizationUrl": "a", "scopes": []},
        {"authorizationCode": {"tokenUrl": "t", "authorizationUrl": "a", "scopes": {}}},
    ),
    ({"tokenUrl": "t"}, {"clientCredentials": {"tokenUrl": "t", "scopes": {}}}),
]


@pytest.mark.parametrize(("fields", "flows"), FLOWS)
def test_oauth_flows_are_renamed(fields: JsonObject, flows: JsonObject) -> None:
    definitions: JsonObject = {
        "s": {"type": "oauth2", "description": "Log in.", **fields}
    }
    assert at("/components/securitySchemes/s", securityDefinitions=definitions) == {
        "type": "oauth2",
        "description": "Log in.",
        "flows": flows,
    }


def test_basic_and_bearer_become_http_schemes() -> None:
    definitions: JsonObject = {
        "b": {"type": "basic"},
        "k": {"type": "apiKey", "name": "k", "in": "query"},
        "t": {
            "type": "apiKey",
            "name": "Authorization",
            "in": "header",
            "description": "A token.",
            "x-sdksmith-scheme": "bearer",
        },
    }
    assert at("/components/securitySchemes", securityDefinitions=definitions) == {
        "b": {"type": "http", "scheme": "basic"},
        "k": {"type": "apiKey", "name": "k", "in": "query"},
        "t": {"type": "http", "scheme": "bearer", "description": "A token."},
    }
