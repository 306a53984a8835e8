"""YAML keys, merges, aliases and tags as plain data."""

from __future__ import annotations

import pytest
from sdksmith.report.diagnostics import Effect, Safety

from tests.load.documents import (
    load,
    load_with_one_diagnostic,
    load_without_diagnostics,
    place,
    swagger,
)

pytestmark = pytest.mark.usefixtures("composer")


@pytest.mark.parametrize(
    "key",
    ["200", "1.0", "null", "true", "012", "0x1F", "2020-01-01", "~", ".inf", "NO"],
)
def test_keys_keep_their_spelling(key: str) -> None:
    assert load_without_diagnostics(swagger(f"{key}: 1\n")) == {
        "swagger": "2.0",
        key: 1,
    }


def test_keys_that_are_equal_as_numbers_stay_distinct() -> None:
    root = load_without_diagnostics(swagger("1: a\n1.0: b\n01: c\n'1e0': d\n"))
    assert list(root) == ["swagger", "1", "1.0", "01", "1e0"]


@pytest.mark.parametrize("number", [".inf", "-.INF", "+.Inf", ".nan", "1e999"])
def test_non_finite_numbers_become_null(number: str) -> None:
    root, diagnostic = load_with_one_diagnostic(swagger(f"x-a:\n  - {number}\n"))
    assert root["x-a"] == [None]
    assert (diagnostic.code, place(diagnostic)) == ("LD019", (3, 5))


def test_own_keys_override_merge_keys() -> None:
    root = load_without_diagnostics(swagger("""\
x-a: &a {one: 1, two: 1}
x-b: &b {two: 2, three: 2}
x-one: {<<: *a, one: own}
x-list: {own: 0, <<: [*a, *b]}
x-twice:
  <<: *b
  <<: *a
"""))
    assert root["x-one"] == {"one": "own", "two": 1}
    assert root["x-list"] == {"one": 1, "two": 1, "three": 2, "own": 0}
    assert root["x-twice"] == {"one": 1, "two": 2, "three": 2}


def test_merge_key_without_a_mapping_is_an_ordinary_key() -> None:
    root = load_without_diagnostics(swagger("x-a: {<<: text}\nx-b: {'<<': {a: 1}}\n"))
    assert root["x-a"] == {"<<": "text"}
    assert root["x-b"] == {"<<": {"a": 1}}


def test_aliases_share_one_object() -> None:
    root = load_without_diagnostics(swagger("x-a: &a {one: 1}\nx-b: [*a, *a]\n"))
    assert root["x-b"] == [{"one": 1}, {"one": 1}]
    assert isinstance(root["x-b"], list)
    assert root["x-b"][0] is root["x-a"]


def test_unknown_tags_are_noted() -> None:
    root, diagnostic = load_with_one_diagnostic(swagger("x-a: !date 12\n"))
    assert root["x-a"] == "12"
    assert (diagnostic.code, diagnostic.effect) == ("LD017", Effect.NOTED)
    assert place(diagnostic) == (2, 6)
    root, diagnostic = load_with_one_diagnostic(swagger("x-a: !thing {b: [1]}\n"))
    assert root["x-a"] == {"b": [1]}


def test_python_tags_create_no_objects() -> None:
    root, diagnostic = load_with_one_diagnostic(
        swagger("x-a: !!python/object/apply:os.system ['false']\n")
    )
    assert root["x-a"] == ["false"]
    assert diagnostic.code == "LD017"


def test_placeholder_in_double_braces_becomes_a_key() -> None:
    root, diagnostic = load_with_one_diagnostic(swagger("x-a: {{host}}\nx-b: 1\n"))
    assert root["x-a"] == {"{host}": None}
    assert (diagnostic.code, place(diagnostic)) == ("LD018", (2, 7))


def test_last_repeated_key_wins_and_the_diagnostic_lists_lines() -> None:
    root, diagnostic = load_with_one_diagnostic(
        swagger("x-a:\n  - host: one\n    c: 1\n    host: two\n")
    )
    assert root["x-a"] == [{"host": "two", "c": 1}]
    assert diagnostic.code == "LD016"
    assert "3 and 5" in diagnostic.message
    assert place(diagnostic) == (5, 5)
    assert diagnostic.safety is Safety.LIKELY


def test_integer_and_string_keys_can_be_equal() -> None:
    _, diagnostic = load_with_one_diagnostic(swagger("x-a: {200: a, '200': b}\n"))
    assert diagnostic.location.pointer == "/x-a/200"


def test_repeated_paths_are_merged() -> None:
    loaded = load(
        swagger("paths:\n  /a:\n    get: {}\n  /b: {}\n  /a:\n    post: {}\n")
    )
    assert loaded.document.root["paths"] == {
        "/a": {"get": {}, "post": {}},
        "/b": {},
    }
    assert loaded.document.locate("/paths/~1a/get").line == 4
    assert loaded.document.locate("/paths/~1a/post").line == 7
