"""Conversion of `schemes`, `host` and `basePath` to servers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.load.loading import load_document
from sdksmith.upgrade import upgrade

from tests.upgrade.documents import at, upgrade_operation

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject

SERVERS: list[tuple[JsonObject, list[str]]] = [
    ({}, ["/"]),
    ({"basePath": "/v1"}, ["/v1"]),
    ({"basePath": "v1/"}, ["/v1"]),
    ({"host": "e.com"}, ["https://e.com"]),
    ({"host": "e.com", "basePath": "/"}, ["https://e.com"]),
    ({"host": "e.com", "basePath": "v1/", "schemes": ["http"]}, ["http://e.com/v1"]),
    (
        {"host": "e.com:8080", "schemes": ["http", "https"]},
        ["https://e.com:8080", "http://e.com:8080"],
    ),
    ({"host": "e.com", "schemes": ["ws"]}, ["https://e.com"]),
    ({"host": "https://e.com/", "schemes": "http"}, ["https://e.com"]),
    ({"host": 1, "basePath": [], "schemes": [1]}, ["/"]),
]


@pytest.mark.parametrize(("fields", "urls"), SERVERS)
def test_host_base_path_and_schemes_become_servers(
    fields: JsonObject, urls: list[str]
) -> None:
    assert at("/servers", **fields) == [{"url": url} for url in urls]


def test_placeholders_become_server_variables() -> None:
    assert at("/servers/0", host="{shop}.e.com", basePath="/{version}/{shop}") == {
        "url": "https://{shop}.e.com/{version}/{shop}",
        "variables": {"shop": {"default": ""}, "version": {"default": ""}},
    }


def test_host_preserved_by_a_repair_becomes_the_server() -> None:
    fields: JsonObject = {"x-sdksmith-host": "{shop}.e.com", "basePath": "/v1"}
    assert at("/servers/0", **fields) == {
        "url": "https://{shop}.e.com/v1",
        "variables": {"shop": {"default": ""}},
    }


def test_scheme_of_the_document_url_is_the_default() -> None:
    text = b'{"swagger": "2.0", "host": "e.com", "paths": {}}'
    document = load_document("http://e.com/spec.json", text).document
    assert upgrade(document).root["servers"] == [{"url": "http://e.com"}]


def test_operation_with_other_schemes_gets_servers() -> None:
    both = upgrade_operation({"schemes": ["https"]}, host="e.com", schemes=["http"])
    assert both["servers"] == [{"url": "https://e.com"}]
    same = upgrade_operation(
        {"schemes": ["https"]}, host="e.com", schemes=["http", "https"]
    )
    assert "servers" not in same
