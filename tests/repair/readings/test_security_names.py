"""Interpretation of types and flows of security schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.repair.readings.security_names import read_flow, read_type

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


@pytest.mark.parametrize(
    ("key", "scheme", "kind"),
    [
        ("a", {"type": "api_key"}, "apiKey"),
        ("a", {"type": "API Key"}, "apiKey"),
        ("a", {"type": "OAuth 2.0"}, "oauth2"),
        ("a", {"type": "http", "scheme": "Basic"}, "basic"),
        ("a", {"type": "http", "scheme": "bearer"}, "bearer"),
        ("a", {"tokenUrl": "https://a.com"}, "oauth2"),
        ("a", {"in": "header"}, "apiKey"),
        ("Bearer", {}, "bearer"),
        ("basic_auth", {}, "basic"),
        ("a", {}, None),
        ("a", {"type": ["basic"]}, None),
    ],
)
def test_types_of_security_schemes_are_recognised(
    key: str, scheme: JsonObject, kind: str | None
) -> None:
    assert read_type(key, scheme) == kind


@pytest.mark.parametrize(
    ("scheme", "flow"),
    [
        ({"flow": "implicit", "authorizationUrl": "x"}, "implicit"),
        ({"flow": "accessCode", "authorizationUrl": "x"}, "implicit"),
        ({"flow": "client_credentials", "tokenUrl": "x"}, "application"),
        ({"flow": "password", "tokenUrl": "x"}, "password"),
        ({"tokenUrl": "x"}, "application"),
        ({"authorizationUrl": "x", "tokenUrl": "x"}, "accessCode"),
        ({"flow": "implicit"}, None),
        ({}, None),
    ],
)
def test_oauth_flows_are_recognised(scheme: JsonObject, flow: str | None) -> None:
    assert read_flow(scheme) == flow
