"""Parsing of JSON text, including comments and trailing commas."""

from __future__ import annotations

import json

import pytest
from sdksmith.report.diagnostics import Effect, Safety

from tests.load.documents import (
    load,
    load_with_one_diagnostic,
    load_without_diagnostics,
    place,
    reject,
)


def test_strict_json_is_parsed_as_by_the_json_module() -> None:
    text = r"""
    {"swagger": "2.0", "a": [1, -2.5, 1e3, true, false, null, {}, []],
     "\u00e9\n\"": "\ud83d\ude00 \/ \\d", "<<": {"x": 1}, "1": "NO", "2": "2020-01-01"}
    """
    assert load_without_diagnostics(text) == json.loads(text)


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
    root, diagnostic = load_with_one_diagnostic(text)
    assert root == {"swagger": "2.0", "a": [1, 2]}
    assert diagnostic.code == "LD014"
    assert diagnostic.effect is Effect.REPAIRED
    assert diagnostic.safety is Safety.EXACT


def test_comment_markers_inside_strings_are_preserved() -> None:
    root, _ = load_with_one_diagnostic(
        '{"swagger": "2.0", "a": "http://x/*,}*/ \\",]",}'
    )
    assert root["a"] == 'http://x/*,}*/ ",]'


def test_line_breaks_inside_strings_are_accepted() -> None:
    root, diagnostic = load_with_one_diagnostic(
        '{"swagger": "2.0",\n "a": "one\n\ttwo"}'
    )
    assert root["a"] == "one\n\ttwo"
    assert place(diagnostic) == (2, 11)


def test_positions_include_comments() -> None:
    text = '{"swagger": "2.0", /* é\n */ "a": [1, {"b": 2,}]}'
    document = load(text).document
    assert str(document.locate("/a/1/b")) == "orders.yaml:2:15"


def test_text_after_the_document_is_noted() -> None:
    root, diagnostic = load_with_one_diagnostic(
        '{"swagger": "2.0"}\n\n{"swagger": "3"}'
    )
    assert root == {"swagger": "2.0"}
    assert diagnostic.code == "LD015"
    assert place(diagnostic) == (3, 1)


def test_lone_surrogates_are_replaced() -> None:
    root, diagnostic = load_with_one_diagnostic(
        r'{"swagger": "2.0", "\ud83d": "\\ud83d \ud83d\ude00 \ude00"}'.replace(
            r'"\ud83d"', '"a"'
        )
    )
    assert root["a"] == "\\ud83d 😀 \ufffd"
    assert diagnostic.code == "LD011"


def test_lone_surrogates_in_keys_are_replaced() -> None:
    root, _ = load_with_one_diagnostic(r'{"swagger": "2.0", "\uD83D": 1}')
    assert root["\ufffd"] == 1


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ('{"swagger": "2.0",\n "paths": {', 2, 12),
        ('{"swagger": "2.0"\n "paths": {}}', 2, 2),
        ('{"swagger": "2.0", "a": "b', 1, 25),
    ],
)
def test_invalid_json_is_rejected_at_its_position(
    text: str, line: int, column: int
) -> None:
    diagnostic = reject(text)
    assert diagnostic.code == "LD030"
    assert "JSON" in diagnostic.message
    assert place(diagnostic) == (line, column)


@pytest.mark.parametrize("depth", [201, 900, 100_000])
@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ('{"a":', "}")])
def test_deep_nesting_is_rejected(depth: int, opening: str, closing: str) -> None:
    inner = opening * depth + "1" + closing * depth
    assert reject(f'{{"swagger": "2.0", "a": {inner}}}').code == "LD031"
    assert reject('{"swagger": "2.0", "a": ' + opening * depth).code in (
        "LD030",
        "LD031",
    )


def test_moderate_nesting_is_accepted() -> None:
    text = '{"swagger": "2.0", "a": ' + "[" * 150 + "]" * 150 + "}"
    assert load_without_diagnostics(text) == json.loads(text)
