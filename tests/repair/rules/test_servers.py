"""Repair rules for host and base path, beyond the example of each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.repair.engine.passes import repair

from tests.repair.documents import document

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
