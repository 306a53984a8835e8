"""How statuses, hosts, base paths and security schemes are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.load.document import resolve
from sdksmith.repair.engine.passes import repair
from sdksmith.repair.readings.security_names import read_flow, read_type
from sdksmith.repair.readings.statuses import (
    describe_status,
    error_numbers,
    status_range,
    statuses_in,
)
from sdksmith.report.diagnostics import Effect

from .documents import document, swagger

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


@pytest.mark.parametrize(
    ("host", "base_path", "expected"),
    [
        ("https://a.com", None, {"host": "a.com", "schemes": ["https"]}),
        ("a.com/", None, {"host": "a.com"}),
        ("a.com:8080/v1/", None, {"host": "a.com:8080", "basePath": "/v1"}),
        ("ftp://a.com/v1", "/v1/x", {"host": "a.com", "basePath": "/v1/x"}),
        ("user:secret@a.com", None, {"host": "a.com"}),
        ("/account", "ftp://a.com/api", {"host": "a.com", "basePath": "/api"}),
        ("", None, {}),
        ("{shop}.a.com", None, {"x-sdksmith-host": "{shop}.a.com"}),
        ("a.com", "v1/", {"host": "a.com", "basePath": "/v1"}),
        ("a.com", "./v1", {"host": "a.com", "basePath": "/v1"}),
        ("a.com", "", {"host": "a.com"}),
        ("a.com", "/v1/", {"host": "a.com", "basePath": "/v1/"}),
        ("a.com", "//b.com/v1", {"host": "a.com", "basePath": "/v1"}),
        ("a.com", "/{version}/", {"host": "a.com", "basePath": "/{version}/"}),
    ],
)
def test_where_the_server_is(
    host: str, base_path: str | None, expected: JsonObject
) -> None:
    root: JsonObject = {
        "swagger": "2.0",
        "info": {"title": "T", "version": "1"},
        "paths": {},
        "host": host,
    }
    if base_path is not None:
        root["basePath"] = base_path
    repaired = repair(document(root)).document.root
    keys = ("host", "basePath", "schemes", "x-sdksmith-host")
    found = {key: repaired[key] for key in keys if key in repaired}
    assert found == expected


@pytest.mark.parametrize(
    ("keys", "numbers"),
    [
        (["200", "404"], []),
        (["1", "2", "95", "100", "116", "200"], ["1", "2", "95", "100", "116"]),
        # Real statuses, if useless ones: no reason to take them for error numbers.
        (["100", "102", "200"], []),
        (["101", "599"], []),
        (["600", "1001", "-1", "default"], ["600", "1001", "-1"]),
    ],
)
def test_error_numbers(keys: list[str], numbers: list[str]) -> None:
    assert error_numbers(keys) == numbers


@pytest.mark.parametrize(
    ("key", "meant"),
    [("4xx", "4XX"), ("5XX", "5XX"), ("50x", "5XX"), ("2**", "2XX")]
    + [(key, None) for key in ("400", "xxx", "6xx", "4xxx", "")],
)
def test_ranges(key: str, meant: str | None) -> None:
    assert status_range(key) == meant


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("200 OK", ["200"]),
        ("HTTP 404", ["404"]),
        ("200/201", ["200", "201"]),
        ("Success", ["200"]),
        ("DEFAULT", ["default"]),
        ("error", []),
        ("", []),
        ("12004", []),
    ],
)
def test_statuses_in_text(key: str, meant: list[str]) -> None:
    assert statuses_in(key) == meant


def test_statuses_have_names() -> None:
    assert describe_status("404") == "Not Found"
    assert describe_status("599") == "Status 599"
    assert describe_status("missing") == "missing"


def test_response_that_is_kept_twice() -> None:
    repaired = repair(swagger("""
        paths:
          /a:
            get: {responses: {"200, 201": {description: A.}, "404": {description: B.}}}
        """))
    assert repaired.document.root["paths"] == {
        "/a": {
            "get": {
                "responses": {
                    "200": {"description": "A."},
                    "404": {"description": "B."},
                    "201": {"description": "A."},
                }
            }
        }
    }


def test_default_is_added_where_error_numbers_were_all_there_was() -> None:
    repaired = repair(swagger("""
        paths:
          /a: {get: {responses: {"7": {description: Seven.}, "404": {description: B.}}}}
        """))
    operation = resolve(repaired.document.root, "/paths/~1a/get")
    assert operation == {
        "responses": {
            "404": {"description": "B."},
            "default": {"description": "No description was provided."},
        },
        "x-sdksmith-error-codes": {"7": "Seven."},
    }


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
def test_types_of_security_schemes(
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
def test_flows(scheme: JsonObject, flow: str | None) -> None:
    assert read_flow(scheme) == flow


def test_requirements_keep_what_can_be_met() -> None:
    repaired = repair(swagger("""
        security: [{key: [], lost: []}, {lost: []}, {}]
        paths: {}
        securityDefinitions: {key: {type: basic}}
        """))
    # What needs two schemes of which one is not there can do with the other.
    assert repaired.document.root["security"] == [{"key": []}, {}]


def test_scheme_that_nothing_is_known_of_is_omitted() -> None:
    repaired = repair(swagger("""
        paths: {}
        securityDefinitions: {odd: {type: odd}}
        """))
    (found,) = repaired.diagnostics
    assert (found.code, found.effect) == ("AU002", Effect.OMITTED)
