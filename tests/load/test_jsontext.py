"""JSON, strict and nearly."""

from __future__ import annotations

import json
import math
import sys

import pytest
from sdksmith.report.diagnostics import Effect, Safety

from tests.load.documents import load, load_silently, load_with_one_word, place, refuse


def test_strict_json_is_data_as_json_reads_it() -> None:
    text = r"""
    {"swagger": "2.0", "a": [1, -2.5, 1e3, true, false, null, {}, []],
     "\u00e9\n\"": "\ud83d\ude00 \/ \\d", "<<": {"x": 1}, "1": "NO", "2": "2020-01-01"}
    """
    assert load_silently(text) == json.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        '{"swagger": "2.0", "a": [1, 2,],}',
        '{"swagger": "2.0", // version\n "a": [1, 2]}',
        '{"swagger": "2.0", /* a\n   comment */ "a": [1, /* */ 2, // last\n ], }',
        '{"swagger": "2.0",\n\t"a": [1,\t2]\t,\n}',
    ],
)
def test_comments_and_trailing_commas_are_accepted(text: str) -> None:
    root, diagnostic = load_with_one_word(text)
    assert root == {"swagger": "2.0", "a": [1, 2]}
    assert diagnostic.code == "LD014"
    assert diagnostic.effect is Effect.REPAIRED
    assert diagnostic.safety is Safety.EXACT


def test_what_looks_like_a_comment_inside_a_string_stays() -> None:
    root, _ = load_with_one_word('{"swagger": "2.0", "a": "http://x/*,}*/ \\",]",}')
    assert root["a"] == 'http://x/*,}*/ ",]'


def test_line_ends_inside_strings_are_accepted() -> None:
    root, diagnostic = load_with_one_word('{"swagger": "2.0",\n "a": "one\n\ttwo"}')
    assert root["a"] == "one\n\ttwo"
    assert place(diagnostic) == (2, 11)


def test_places_are_those_of_the_text_with_its_comments() -> None:
    text = '{"swagger": "2.0", /* é\n */ "a": [1, {"b": 2,}]}'
    document = load(text).document
    assert str(document.locate("/a/1/b")) == "orders.yaml:2:15"


def test_text_behind_the_end_is_noted() -> None:
    root, diagnostic = load_with_one_word('{"swagger": "2.0"}\n\n{"swagger": "3"}')
    assert root == {"swagger": "2.0"}
    assert diagnostic.code == "LD015"
    assert place(diagnostic) == (3, 1)


def test_last_of_repeated_keys_wins_and_both_lines_are_named() -> None:
    root, diagnostic = load_with_one_word(
        '{"swagger": "2.0",\n"x-a": {"b": [{\n"host": "one",\n"c": 1,\n"host": "two"}]}}'
    )
    assert root["x-a"] == {"b": [{"host": "two", "c": 1}]}
    assert diagnostic.code == "LD016"
    assert "3 and 5" in diagnostic.message
    assert diagnostic.location.pointer == "/x-a/b/0/host"
    assert place(diagnostic) == (5, 1)
    assert diagnostic.safety is Safety.LIKELY
    (edit,) = diagnostic.edits
    assert (edit.pointer, edit.before, edit.after) == ("/x-a/b/0/host", "one", "two")


def test_a_key_repeated_with_the_same_value_is_an_exact_repair() -> None:
    _, diagnostic = load_with_one_word('{"swagger": "2.0", "a": [1], "a": [1]}')
    assert diagnostic.safety is Safety.EXACT


def test_a_key_repeated_often_is_told_once() -> None:
    copies = "".join(f',\n"a": {n}' for n in range(20_000))
    root, diagnostic = load_with_one_word(f'{{"swagger": "2.0"{copies}}}')
    assert root["a"] == 19_999
    assert "lines 2, 3, 4, 5, ... and 20001" in diagnostic.message
    assert place(diagnostic) == (20_001, 1)
    assert len(diagnostic.edits) == 19_999


def test_a_path_given_twice_keeps_its_operations() -> None:
    loaded = load(
        '{"swagger": "2.0", "paths": {\n"/a": {"get": {"x": 1}, "put": {}},\n"/b": {},\n'
        '"/a": {"post": {}, "get": {"x": 2}}}}'
    )
    paths = loaded.document.root["paths"]
    assert paths == {"/a": {"get": {"x": 2}, "put": {}, "post": {}}, "/b": {}}
    (diagnostic,) = loaded.diagnostics
    assert "merged" in diagnostic.message
    assert loaded.document.locate("/paths/~1a/put").line == 2
    assert loaded.document.locate("/paths/~1a/get").line == 4
    assert loaded.document.locate("/paths/~1a/get/x").line == 4


def test_sections_given_twice_are_joined() -> None:
    loaded = load(
        '{"openapi": "3.0.0", "paths": {"/a": {"get": {}}}, "paths": {"/a": {"put": {}}},'
        '"components": {"schemas": {"A": {}}}, "components": {"schemas": {"B": {}}}}'
    )
    assert loaded.document.root == {
        "openapi": "3.0.0",
        "paths": {"/a": {"get": {}, "put": {}}},
        "components": {"schemas": {"A": {}, "B": {}}},
    }


def test_schemas_given_twice_are_not_joined() -> None:
    loaded = load(
        '{"swagger": "2.0", "definitions": {"A": {"type": "string"}, "A": {"enum": [1]}}}'
    )
    assert loaded.document.root["definitions"] == {"A": {"enum": [1]}}


@pytest.mark.parametrize(
    "number", ["NaN", "Infinity", "-Infinity", "1e999", "9" * 5000]
)
def test_numbers_json_cannot_hold_become_null(number: str) -> None:
    root, diagnostic = load_with_one_word(f'{{"swagger": "2.0", "a": [0, {number}]}}')
    assert root["a"] == [0, None]
    assert diagnostic.code == "LD019"
    assert diagnostic.location.pointer == "/a/1"


def test_large_numbers_that_fit_stay_exact() -> None:
    root = load_silently(f'{{"swagger": "2.0", "a": {sys.maxsize}0, "b": 1e308}}')
    assert root["a"] == sys.maxsize * 10
    assert isinstance(root["b"], float)
    assert math.isfinite(root["b"])


def test_halves_of_characters_are_replaced() -> None:
    root, diagnostic = load_with_one_word(
        r'{"swagger": "2.0", "\ud83d": "\\ud83d \ud83d\ude00 \ude00"}'.replace(
            r'"\ud83d"', '"a"'
        )
    )
    assert root["a"] == "\\ud83d 😀 \ufffd"
    assert diagnostic.code == "LD011"


def test_halves_of_characters_in_keys_are_replaced() -> None:
    root, _ = load_with_one_word(r'{"swagger": "2.0", "\uD83D": 1}')
    assert root["\ufffd"] == 1


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"swagger": "2.0",\n "paths": {', 2, 12),
        ('{"swagger": "2.0"\n "paths": {}}', 2, 2),
        ('{"swagger": "2.0", "a": "b', 1, 25),
    ],
)
def test_broken_json_is_refused_where_it_breaks(
    text: str, line: int, column: int
) -> None:
    diagnostic = refuse(text)
    assert diagnostic.code == "LD030"
    assert "JSON" in diagnostic.message
    assert place(diagnostic) == (line, column)


@pytest.mark.parametrize("depth", [201, 900, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_deep_nesting_is_refused(depth: int, opening: str, closing: str) -> None:
    inner = opening * depth + "1" + closing * depth
    assert refuse(f'{{"swagger": "2.0", "a": {inner}}}').code == "LD031"
    assert refuse('{"swagger": "2.0", "a": ' + opening * depth).code in (
        "LD030",
        "LD031",
    )


def test_nesting_of_real_documents_is_accepted() -> None:
    text = '{"swagger": "2.0", "a": ' + "[" * 150 + "]" * 150 + "}"
    assert load_silently(text) == json.loads(text)
