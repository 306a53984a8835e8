"""Repair rules for servers, beyond the example of each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.json_data import array_of
from sdksmith.repair.engine.passes import repair

from tests.repair.documents import document

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject
    from sdksmith.load.document import Document


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
def test_host_and_base_path_are_repaired(
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


HOSTILE_HOSTS = [
    "a]b",
    "[::1",
    "a..b",
    "a.com:99999",
    "\u202ea.com",
    "a%20b",
    "x" * 300,
]


@pytest.mark.parametrize("host", HOSTILE_HOSTS)
def test_invalid_hosts_are_removed(host: str) -> None:
    root: JsonObject = {"swagger": "2.0", "paths": {}, "host": host, "basePath": "/v1"}
    repaired = repair(document(root))
    assert "host" not in repaired.document.root
    assert "SV001" in {item.code for item in repaired.diagnostics}


def test_hosts_with_placeholders_must_be_valid() -> None:
    root: JsonObject = {"swagger": "2.0", "paths": {}, "host": "a]b.{region}"}
    assert "x-sdksmith-host" not in repair(document(root)).document.root


def test_control_characters_are_removed_from_base_paths() -> None:
    root: JsonObject = {"swagger": "2.0", "paths": {}, "basePath": "/v1\n/x\x7f"}
    assert repair(document(root)).document.root["basePath"] == "/v1/x"


def openapi(*servers: JsonObject) -> Document:
    return document(
        {
            "openapi": "3.1.0",
            "info": {"title": "T", "version": "1"},
            "paths": {},
            "servers": [*servers],
        }
    )


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("http://[::1", []),
        ("https://", []),
        ("https://example.com:port", []),
        (" https://example.com\n", [{"url": "https://example.com"}]),
        ("localhost:8080", [{"url": "http://localhost:8080"}]),
        ("https:example.com", [{"url": "https://example.com"}]),
        ("/v1", [{"url": "/v1"}]),
        ("//example.com/v1", [{"url": "//example.com/v1"}]),
        ("wss://example.com", [{"url": "wss://example.com"}]),
        ("https://b\u00fccher.example", [{"url": "https://b\u00fccher.example"}]),
    ],
)
def test_server_urls_are_corrected_or_removed(
    url: str, expected: list[JsonObject]
) -> None:
    repaired = repair(openapi({"url": url}))
    assert repaired.document.root["servers"] == expected
    is_reported = expected != [{"url": url}] or url.startswith("wss")
    assert [item.code for item in repaired.diagnostics] == ["SV005"] * is_reported


@pytest.mark.parametrize(
    ("url", "default", "expected"),
    [
        ("https://{v}/x", "a]b", ""),
        ("https://{v}/x", "[::1]", ""),
        ("https://{v}/x", "example.com:80", "example.com:80"),
        ("https://a.com{v}", "/sell/v1", "/sell/v1"),
        ("https://a.com{v}/x", "/sell", "/sell"),
        ("https://a.{v}.com", "/sell", ""),
        ("https://{v}", "/sell", ""),
        ("https://a.com:{v}", "https", ""),
        ("https://a.com/{v}", "a]\nb", "a]\nb"),
        ("{v}/x", "http://[::1", ""),
        ("{v}/x", "https://user:pw@a.com", ""),
        ("{v}/x", "https://a.com", "https://a.com"),
        ("{v}://a.com", "http", "http"),
        ("https://[{v}", "a]b", "a]b"),
    ],
)
def test_defaults_of_server_variables_are_valid_in_the_url(
    url: str, default: str, expected: str
) -> None:
    server: JsonObject = {"url": url, "variables": {"v": {"default": default}}}
    (repaired,) = array_of(repair(openapi(server)).document.root["servers"]) or [server]
    assert repaired == {"url": url, "variables": {"v": {"default": expected}}}


def test_long_urls_are_cut_in_messages() -> None:
    (found,) = repair(openapi({"url": f"https://{'a' * 10_000}"})).diagnostics
    assert len(found.message) < 300
