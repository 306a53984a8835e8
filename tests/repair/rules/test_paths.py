"""Repair rules for paths, beyond the example of each rule."""

from __future__ import annotations

import json
from itertools import permutations
from typing import TYPE_CHECKING

from sdksmith.json_data import object_of
from sdksmith.repair.engine.passes import repair
from sdksmith.report.diagnostics import Effect

from tests.repair.documents import document
from tests.repair.path_documents import operation, repaired_paths, spec

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


def test_colons_mark_placeholders_if_no_path_has_braces() -> None:
    assert list(repaired_paths({"/a/:id": {"get": operation()}})) == ["/a/{id}"]
    chat: JsonObject = {
        "/chat/{id}/participants/:add": {"post": operation("id")},
    }
    assert list(repaired_paths(chat)) == ["/chat/{id}/participants/:add"]


def test_names_with_braces_become_no_placeholders() -> None:
    paths = repaired_paths({"/a/{x}": {"get": operation("{x}")}})
    assert list(paths) == ["/a/{x}"]
    statement = "{% if x %}"
    paths = repaired_paths({f"/a/{{{statement}}}": {"get": operation(statement)}})
    assert list(paths) == [f"/a/{statement}"]


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


def test_words_with_an_operation_become_paths() -> None:
    words: JsonObject = {"users": {"get": operation()}, "and": {}}
    assert list(repaired_paths(words)) == ["/users", "/and"]
    mixed: JsonObject = {"/a": {}, **words, "user list": {"get": operation()}}
    assert list(repaired_paths(mixed)) == ["/a", "/users"]
    # The path exists already.
    twice: JsonObject = {"/users": {"get": operation()}, **words}
    assert repaired_paths(twice) == {"/users": {"get": operation()}}


def test_words_are_no_paths_without_guesses() -> None:
    paths: JsonObject = {"/a": {}, "users": {"get": operation()}}
    repaired = repair(document(spec(paths)), guess=False)
    assert repaired.document.root["paths"] == {"/a": {}}
    (diagnostic,) = repaired.diagnostics
    assert (diagnostic.code, diagnostic.effect) == ("PT001", Effect.OMITTED)
    assert diagnostic.count == 1


def test_verbs_after_colons_are_literal() -> None:
    paths: JsonObject = {
        "/secrets/:create": {"post": operation()},
        "/secrets/:name": {"get": operation()},
        "/secrets/:name/versions/:search": {"get": operation()},
    }
    assert list(repaired_paths(paths)) == [
        "/secrets/:create",
        "/secrets/{name}",
        "/secrets/{name}/versions/:search",
    ]
    # Without a word that is only a verb, `search` is the name of a parameter.
    del paths["/secrets/:create"]
    assert "/secrets/{name}/versions/{search}" in repaired_paths(paths)
    declared: JsonObject = {"/secrets/:create": {"post": operation("create")}}
    assert list(repaired_paths(declared)) == ["/secrets/{create}"]


def test_rewritten_placeholders_keep_that_their_values_span_segments() -> None:
    paths = repaired_paths(
        {
            "/v1/{+name}": {"get": operation("name")},
            "/v2/{name=projects/*}:run": {"get": operation("name")},
            "/v3/{name=*}": {"get": operation("name")},
            "/{proxy+}": {"get": operation("proxy")},
        }
    )
    assert {
        path: object_of(item).get("x-sdksmith-spanning") for path, item in paths.items()
    } == {
        "/v1/{name}": ["name"],
        "/v2/{name}:run": ["name"],
        "/v3/{name}": None,
        "/{proxy}": ["proxy"],
    }


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


def test_additional_methods_are_sent_in_upper_case() -> None:
    methods = ["copy", "M-SEARCH", "Get", "move", "MOVE", "a b", "", "Ünder"]
    item: JsonObject = {
        "get": operation(),
        "additionalOperations": {method: operation() for method in methods},
    }
    root = {**spec({"/a": item}), "openapi": "3.2.0"}
    del root["swagger"]
    repaired = repair(document(root))
    paths = object_of(repaired.document.root["paths"])
    found = object_of(object_of(paths["/a"])["additionalOperations"])
    assert set(found) == {"COPY", "M-SEARCH", "MOVE"}
    omitted = [item for item in repaired.diagnostics if item.effect is Effect.OMITTED]
    assert sorted(item.location.pointer.rpartition("/")[2] for item in omitted) == [
        "",
        "Get",
        "a b",
        "move",
        "Ünder",
    ]
