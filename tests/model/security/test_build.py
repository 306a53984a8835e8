"""Security schemes and requirements."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.model.api import OAuthFlow, Place, SchemeKind

from tests.model.documents import OK, build, build_operation, openapi31, swagger2

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.model.build import Built

SCHEMES: JsonObject = {
    "key": {"type": "apiKey", "name": "X-Key", "in": "header"},
    "cookie": {"type": "apiKey", "name": "sid", "in": "cookie"},
    "basic": {"type": "http", "scheme": "Basic"},
    "token": {"type": "http", "scheme": "bearer", "description": " A token. "},
    "digest": {"type": "http", "scheme": "Digest"},
    "login": {
        "type": "oauth2",
        "flows": {
            "clientCredentials": {
                "tokenUrl": "https://e.com/token",
                "scopes": {"write": "Write.", "read": "Read."},
            }
        },
    },
    "openid": {"type": "openIdConnect", "openIdConnectUrl": "https://e.com"},
    "tls": {"type": "mutualTLS"},
    "again": {"$ref": "#/components/securitySchemes/key"},
    "broken": {"type": "apiKey"},
    "odd": {"type": "magic"},
}


def build_security(operation: JsonObject, **keys: JsonValue) -> Built:
    components: JsonObject = {"securitySchemes": SCHEMES}
    paths: JsonObject = {"/x": {"get": {"responses": OK, **operation}}}
    return build(openapi31(paths=paths, components=components, **keys))


def requirements(built: Built) -> list[list[str]]:
    (operation,) = built.api.operations
    return [[item.scheme for item in one] for one in operation.security]


def test_security_schemes_are_read() -> None:
    schemes = {item.key: item for item in build_security({}).api.security_schemes}
    assert {key: item.kind for key, item in schemes.items()} == {
        "key": SchemeKind.API_KEY,
        "cookie": SchemeKind.API_KEY,
        "basic": SchemeKind.BASIC,
        "token": SchemeKind.BEARER,
        "digest": SchemeKind.HTTP,
        "login": SchemeKind.OAUTH2,
        "openid": SchemeKind.OPENID,
        "tls": SchemeKind.MUTUAL_TLS,
        "again": SchemeKind.API_KEY,
    }
    assert (schemes["cookie"].place, schemes["cookie"].name) == (Place.COOKIE, "sid")
    assert schemes["digest"].scheme == "Digest"
    assert schemes["token"].description == "A token."
    assert schemes["login"].flows == (
        OAuthFlow(
            "clientCredentials",
            token_url="https://e.com/token",
            scopes=(("read", "Read."), ("write", "Write.")),
        ),
    )


def test_requirement_of_the_document_is_the_default() -> None:
    built = build_security({}, security=[{"key": []}, {"basic": [], "token": []}])
    assert requirements(built) == [["key"], ["basic", "token"]]
    assert built.api.security == built.api.operations[0].security


def test_operation_can_override_security() -> None:
    default: JsonValue = [{"key": []}]
    login: JsonObject = {"security": [{"login": ["read", "write"]}]}
    built = build_security(login, security=default)
    (alternative,) = built.api.operations[0].security
    assert alternative[0].scopes == ("read", "write")
    assert requirements(build_security({"security": []}, security=default)) == []
    optional: JsonObject = {"security": [{"key": []}, {}]}
    assert requirements(build_security(optional, security=default)) == [["key"], []]


def test_undefined_scheme_is_dropped_and_noted_once() -> None:
    built = build_security(
        {"security": [{"missing": []}, {"key": [], "missing": []}, {"key": []}]}
    )
    assert requirements(built) == [["key"]]
    assert [item.code for item in built.diagnostics] == ["MD006"]
    assert "'missing'" in built.diagnostics[0].message


def test_security_definitions_of_swagger_2_are_read() -> None:
    definitions: JsonObject = {
        "basic": {"type": "basic"},
        "code": {
            "type": "oauth2",
            "flow": "accessCode",
            "authorizationUrl": "https://e.com/auth",
            "tokenUrl": "https://e.com/token",
            "scopes": {"read": "Read."},
        },
    }
    api = build(swagger2(securityDefinitions=definitions)).api
    basic, code = api.security_schemes
    assert basic.kind is SchemeKind.BASIC
    assert code.flows == (
        OAuthFlow(
            "authorizationCode",
            token_url="https://e.com/token",
            authorization_url="https://e.com/auth",
            scopes=(("read", "Read."),),
        ),
    )


def test_unreferenced_schemes_are_optional_for_all_operations() -> None:
    def assumed(*keys: str) -> list[list[str]]:
        schemes: JsonObject = {key: FORGOTTEN[key] for key in keys}
        api = build_operation(
            {"responses": OK}, components={"securitySchemes": schemes}
        )
        return [[need.scheme for need in item] for item in api.security]

    assert assumed("key") == [["key"], []]
    # Both can be sent, because only one uses the Authorization header.
    assert assumed("key", "token") == [["key", "token"], ["key"], ["token"], []]
    assert assumed("basic", "token") == [["basic"], ["token"], []]
    # Certificates are not credentials of the client.
    assert assumed("key", "certificate") == [["key"], []]
    assert assumed("certificate") == [[]]


_WITH_REQUIREMENTS: list[JsonObject] = [
    {"security": []},
    {"security": [{}]},
    {"paths": {"/x": {"get": {"security": []}}}},
]


@pytest.mark.parametrize("fields", _WITH_REQUIREMENTS)
def test_optional_schemes_are_not_assumed_if_requirements_exist(
    fields: JsonObject,
) -> None:
    paths: JsonObject = {"/pets": {"get": {"responses": OK}}}
    more = fields.get("paths")
    if isinstance(more, dict):
        paths |= more
    keys: JsonObject = {**fields, "paths": paths}
    schemes: JsonObject = {"securitySchemes": {"key": FORGOTTEN["key"]}}
    built = build(openapi31(**keys, components=schemes))
    assert [item for item in built.api.security if item] == []
    assert "MD011" not in [item.code for item in built.diagnostics]


FORGOTTEN: JsonObject = {
    "key": {"type": "apiKey", "name": "X-Key", "in": "header"},
    "basic": {"type": "http", "scheme": "basic"},
    "token": {"type": "http", "scheme": "bearer"},
    "certificate": {"type": "mutualTLS"},
}
