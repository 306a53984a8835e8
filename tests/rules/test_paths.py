"""How paths are read, beyond the example that each rule has."""

from __future__ import annotations

import json
from itertools import permutations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sdksmith.repair.engine.passes import repair
from sdksmith.repair.readings.path_text import (
    balance,
    normalize_path,
    plain_placeholders,
    read_query,
)

from .documents import document

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject, JsonValue


def spec(paths: JsonObject, **fields: JsonValue) -> JsonObject:
    info: JsonObject = {"title": "T", "version": "1"}
    return {"swagger": "2.0", "info": info, **fields, "paths": paths}


def operation(*names: str) -> JsonObject:
    """Return an operation that takes path parameters."""
    parameters: list[JsonValue] = [
        {"name": name, "in": "path", "required": True, "type": "string"}
        for name in names
    ]
    return {
        "parameters": parameters,
        "responses": {"200": {"description": "All is well."}},
    }


def repaired_paths(paths: JsonObject, **fields: JsonValue) -> JsonObject:
    repaired = repair(document(spec(paths, **fields))).document.root["paths"]
    assert isinstance(repaired, dict)
    return repaired


@pytest.mark.parametrize(
    ("written", "meant", "declared"),
    [
        ("/a/{id}", "/a/{id}", []),
        ("/a/{ id }", "/a/{id}", []),
        ("/a/%7Bid%7D", "/a/{id}", []),
        ("/a/{{id}}", "/a/{id}", []),
        ("/a/${id}/b", "/a/{id}/b", []),
        ("/a/<id>", "/a/{id}", []),
        ("/a/<int:id>", "/a/{id}", []),
        ("/a/&lt;id&gt;", "/a/{id}", []),
        ("/a/{id?}", "/a/{id}", []),
        ("/a/{id:[0-9]{2,4}}/b", "/a/{id}/b", []),
        ("/v1/{name=projects/*}", "/v1/{name}", []),
        ("/v1/{+name}", "/v1/{name}", []),
        ("/files/{path*}", "/files/{path}", []),
        ("/data{.format}", "/data.{format}", []),
        # Legal, if odd: a parameter may be called so.
        ("/a/{id | name}", "/a/{id | name}", []),
        ("/a/{path*}", "/a/{path*}", ["path*"]),
        ("/a/{id:x}", "/a/{id:x}", ["id:x"]),
        ("/a;b={b;c=}{c}", "/a;b={b;c=}{c}", []),
        ("/a/:id", "/a/:id", []),
        ("/a/:id", "/a/{id}", ["id"]),
        ("/a/b:verb", "/a/b:verb", ["verb"]),
    ],
)
def test_placeholders(written: str, meant: str, declared: list[str]) -> None:
    assert plain_placeholders(written, set(declared), colons=False) == meant


def test_colons_are_placeholders_where_no_path_has_braces() -> None:
    assert list(repaired_paths({"/a/:id": {"get": operation()}})) == ["/a/{id}"]
    chat: JsonObject = {
        "/chat/{id}/participants/:add": {"post": operation("id")},
    }
    assert list(repaired_paths(chat)) == ["/chat/{id}/participants/:add"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("/a/{id", "/a/{id}"),
        ("/a/id}", "/a/{id}"),
        ("/a/{id}}", "/a/{id}"),
        ("/a/{{id}", "/a/{}{id}"),
        ("/{a/{b", "/{a}/{b}"),
        ("/{a}.{b", "/{a}.{b}"),
        ("/{a}b}", "/{a}{b}"),
        ("/}", "/"),
    ],
)
def test_braces_get_their_partner(written: str, meant: str) -> None:
    assert balance(written) == meant


@given(st.text(alphabet="{}a/.", max_size=12))
def test_braces_are_balanced_after_one_look(path: str) -> None:
    balanced = balance(path)
    assert balance(balanced) == balanced
    for segment in balanced.split("/"):
        depths = [segment[: end + 1] for end in range(len(segment))]
        assert all(0 <= d.count("{") - d.count("}") <= 1 for d in depths)
        assert segment.count("{") == segment.count("}")


@pytest.mark.parametrize(
    ("text", "fixed", "names"),
    [
        ("Action=Poll", {"Action": "Poll"}, ()),
        ("acl", {"acl": ""}, ()),
        ("a=1&b=%20x&amp;c=y", {"a": "1", "b": " x", "c": "y"}, ()),
        ("q={query}&page=<page>&x=:x", {}, ("q", "page", "x")),
        ("lat=1.5%26lon=2%26name", {"lat": "1.5", "lon": "2&name"}, ()),
        ("", {}, ()),
        ("&&=", {}, ()),
    ],
)
def test_queries(text: str, fixed: dict[str, str], names: tuple[str, ...]) -> None:
    query = read_query(text)
    assert (query.fixed, query.names) == (fixed, names)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("\n    /api/{version}/checks", "/api/{version}/checks"),
        ("/checks ", "/checks"),
        ("/a /b", "/a/b"),
        ("/a b/{id | name}", "/a b/{id | name}"),
    ],
)
def test_space_around_paths(written: str, meant: str) -> None:
    assert normalize_path(written) == meant


def test_a_path_that_is_taken_is_not_overwritten() -> None:
    paths = repaired_paths(
        {"/a": {"get": operation()}, "/a ": {"put": operation()}, " /a": {}}
    )
    assert len(paths) == 3
    assert paths["/a"] == {"get": operation()}
    assert {"put": operation(), "x-sdksmith-path": "/a"} in paths.values()


def test_queries_that_are_alike_stay_apart() -> None:
    paths = repaired_paths(
        {"/a?b=1&c={c}": {"get": operation()}, "/a?b=1&c=<c>": {"get": operation()}}
    )
    assert len(paths) == 2
    for item in paths.values():
        assert isinstance(item, dict)
        assert item["x-sdksmith-path"] == "/a"
        assert item["x-sdksmith-query"] == {"b": "1"}


def test_a_query_and_odd_placeholders_are_both_read() -> None:
    paths = repaired_paths(
        {
            "/a/:id?do=open": {"post": operation("id")},
            "/a/:id?do=close": {"post": operation("id")},
        }
    )
    assert list(paths) == ["/a/{id}#do=open", "/a/{id}#do=close"]
    for item in paths.values():
        assert isinstance(item, dict)
        assert item["x-sdksmith-path"] == "/a/{id}"


def test_query_expressions_become_parameters() -> None:
    (path,) = repaired_paths({"/a{?page,size*}": {"get": operation()}}).items()
    assert path[0] == "/a"
    assert isinstance(path[1], dict)
    assert path[1]["parameters"] == [
        {"name": "page", "in": "query", "type": "string"},
        {"name": "size", "in": "query", "type": "string"},
    ]


def test_a_parameter_of_the_query_that_is_declared_stays_as_it_is() -> None:
    declared: JsonObject = {"name": "page", "in": "query", "type": "integer"}
    item: JsonObject = {"get": {**operation(), "parameters": [declared]}}
    (path,) = repaired_paths({"/a?page={page}": item}).values()
    assert path == item


def test_urls_lose_the_address_of_the_server() -> None:
    paths = repaired_paths(
        {
            "https://example.com/v1/a": {"get": operation()},
            "https://other.example.com/v1/b": {"get": operation()},
        },
        host="example.com",
        basePath="/v1/",
    )
    assert list(paths) == ["/a", "/v1/b"]


def test_words_are_paths_where_nothing_else_is() -> None:
    only_words: JsonObject = {"users": {"get": operation()}, "and": {}}
    assert list(repaired_paths(only_words)) == ["/users", "/and"]
    assert list(repaired_paths({"/a": {}, **only_words})) == ["/a"]


def test_extensions_among_paths_are_no_paths() -> None:
    paths: JsonObject = {"x-note": {"get": "anything"}, "/a": {"get": operation()}}
    assert repaired_paths(paths) == paths


@settings(deadline=None)
@given(st.permutations(["/b?a=1", "/b?a=2", "/b", "/b ", "/:c", "/d "]))
def test_keys_do_not_depend_on_the_order_of_the_document(keys: list[str]) -> None:
    paths: JsonObject = {key: {"get": operation()} for key in keys}
    repaired = repaired_paths(paths)
    assert sorted(repaired) == [
        "/b",
        "/b#2",
        "/b#a=1",
        "/b#a=2",
        "/d",
        "/{c}",
    ]


def test_operation_ids_do_not_depend_on_the_order_of_the_document() -> None:
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
