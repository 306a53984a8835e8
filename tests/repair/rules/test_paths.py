"""Repair rules for paths, beyond the example of each rule."""

from __future__ import annotations

import json
from itertools import permutations
from typing import TYPE_CHECKING

from tests.repair.path_documents import operation, repaired_paths

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_colons_mark_placeholders_if_no_path_has_braces() -> None:
    assert list(repaired_paths({"/a/:id": {"get": operation()}})) == ["/a/{id}"]
    chat: JsonObject = {
        "/chat/{id}/participants/:add": {"post": operation("id")},
    }
    assert list(repaired_paths(chat)) == ["/chat/{id}/participants/:add"]


def test_query_expressions_become_parameters() -> None:
    (path,) = repaired_paths({"/a{?page,size*}": {"get": operation()}}).items()
    assert path[0] == "/a"
    assert isinstance(path[1], dict)
    assert path[1]["parameters"] == [
        {"name": "page", "in": "query", "type": "string"},
        {"name": "size", "in": "query", "type": "string"},
    ]


def test_declared_query_parameter_is_unchanged() -> None:
    declared: JsonObject = {"name": "page", "in": "query", "type": "integer"}
    item: JsonObject = {"get": {**operation(), "parameters": [declared]}}
    (path,) = repaired_paths({"/a?page={page}": item}).values()
    assert path == item


def test_urls_become_paths_without_the_server() -> None:
    paths = repaired_paths(
        {
            "https://example.com/v1/a": {"get": operation()},
            "https://other.example.com/v1/b": {"get": operation()},
        },
        host="example.com",
        basePath="/v1/",
    )
    assert list(paths) == ["/a", "/v1/b"]


def test_words_become_paths_only_if_there_are_no_paths() -> None:
    only_words: JsonObject = {"users": {"get": operation()}, "and": {}}
    assert list(repaired_paths(only_words)) == ["/users", "/and"]
    assert list(repaired_paths({"/a": {}, **only_words})) == ["/a"]


def test_extensions_next_to_paths_are_unchanged() -> None:
    paths: JsonObject = {"x-note": {"get": "anything"}, "/a": {"get": operation()}}
    assert repaired_paths(paths) == paths


def test_operation_ids_do_not_depend_on_order() -> None:
    keys = ["/a", "/b", "/a-", "/c"]
    results: set[str] = set()
    for order in permutations(keys):
        paths: JsonObject = {
            key: {"get": {**operation(), "operationId": "same"}} for key in order
        }
        results.add(json.dumps(repaired_paths(paths), sort_keys=True))
    assert len(results) == 1
    (result,) = results
    assert result.count("operationId") == len(keys)
    assert '"same_get_a"' in result
    assert '"same_get_a_2"' in result
