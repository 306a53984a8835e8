"""Servers of a document, path item or operation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.model.api import Server, Variable

from tests.model.documents import OK, build, openapi31

if TYPE_CHECKING:
    from sdksmith.json_data import JsonArray, JsonObject, JsonValue


def test_https_server_precedes_equal_http_server() -> None:
    urls = ["http://a.com", "http://b.com", "https://b.com", "https://a.com", "/v1"]
    servers: JsonValue = [{"url": url} for url in urls]
    api = build(openapi31(servers=servers)).api
    assert [server.url for server in api.servers] == [
        "https://a.com",
        "http://a.com",
        "https://b.com",
        "http://b.com",
        "/v1",
    ]


def test_servers_of_operation_path_and_document_are_read() -> None:
    def server(url: str) -> JsonArray:
        return [{"url": url}]

    paths: JsonObject = {
        "/a": {"servers": server("https://path"), "get": {"responses": OK}},
        "/b": {
            "servers": server("https://path"),
            "get": {"responses": OK, "servers": server("https://own")},
        },
        "/c": {"get": {"responses": OK}},
    }
    variables: JsonObject = {
        "port": {"default": 443, "enum": [443, "8443"], "description": "Where."}
    }
    document = openapi31(
        paths=paths, servers=[{"url": "https://all:{port}", "variables": variables}, {}]
    )
    api = build(document).api
    urls = [[server.url for server in item.servers] for item in api.operations]
    assert urls == [["https://path"], ["https://own"], []]
    assert api.servers == (
        Server(
            "https://all:{port}", (Variable("port", "443", ("443", "8443"), "Where."),)
        ),
    )


def test_undefined_variables_have_no_default() -> None:
    server: JsonObject = {
        "url": "https://{region}.a.com:{port}/v1",
        "variables": {"port": {"default": "443"}, "unused": {"default": "x"}},
    }
    (found,) = build(openapi31(servers=[server])).api.servers
    assert {item.name: item.default for item in found.variables} == {
        "port": "443",
        "unused": "x",
        "region": "",
    }
