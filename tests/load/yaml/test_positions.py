"""Positions in YAML text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given, settings
from sdksmith.json_data import JsonValue
from sdksmith.load.document import entries, join
from sdksmith.load.json.text import parse_json
from sdksmith.load.source_text import SourceText
from sdksmith.load.yaml.text import parse_yaml

from tests.load.documents import load
from tests.load.json_texts import is_yaml, json_texts

if TYPE_CHECKING:
    from collections.abc import Iterator


def pointers(value: JsonValue, pointer: str = "") -> Iterator[str]:
    if isinstance(value, dict | list):
        for key, item in entries(value):
            below = join(pointer, key)
            yield below
            yield from pointers(item, below)


@settings(deadline=None, max_examples=100)
@given(json_texts().filter(is_yaml))
def test_json_and_yaml_parsers_agree_on_json(text: str) -> None:
    source = SourceText("x", text)
    as_json, as_yaml = parse_json(source), parse_yaml(source)
    assert as_yaml.root == as_json.root
    for pointer in pointers(as_json.root):
        assert as_yaml.positions.find(pointer) == as_json.positions.find(pointer)
        assert as_yaml.positions.places(pointer) == as_json.positions.places(pointer)


def test_missing_nodes_have_the_position_of_their_parent() -> None:
    text = '{"swagger": "2.0",\n "a": [{"b": 1},\n  2]}'
    for positions in (
        parse_json(SourceText("x", text)).positions,
        parse_yaml(SourceText("x", text)).positions,
    ):
        assert positions.find("") == (1, 1)
        assert positions.find("/a/0/c/d") == (2, 8)
        assert positions.find("/a/7") == (2, 2)
        assert positions.find("/a/01") == (2, 2)
        assert positions.find("/a/1/x") == (3, 3)
        assert positions.find("/none") == (1, 1)


def test_aliases_and_merge_keys_have_the_positions_of_their_source() -> None:
    document = load(
        "swagger: '2.0'\n"
        "x-a: &a\n"
        "  one: {two: 2}\n"
        "x-b: *a\n"
        "x-c:\n"
        "  <<: *a\n"
        "  own: 1\n"
    ).document
    assert document.locate("/x-b").line == 4
    assert document.source.positions.find("/x-b/one/two") == (3, 9)
    assert document.source.positions.find("/x-c/one") == (3, 3)
    assert document.source.positions.find("/x-c/own") == (7, 3)


def test_document_marker_does_not_shift_lines() -> None:
    text = "\ufeff---\r\nswagger: '2.0'\r\npaths:\r\n  /a: {}\r\n---\r\n# Words\r\n"
    assert str(load(text).document.locate("/paths/~1a")) == "orders.yaml:4:3"


def test_the_spelling_of_a_number_is_known() -> None:
    text = '{"a": [1.10, -2e3], "b": "1.10", "c": true, "d": {}}'
    for positions in (
        parse_json(SourceText("x", text)).positions,
        parse_yaml(SourceText("x", text)).positions,
    ):
        pointers = ["/a/0", "/a/1", "/b", "/c", "/d", "/a", ""]
        spelled = [positions.number_text(pointer) for pointer in pointers]
        assert spelled == ["1.10", "-2e3", None, None, None, None, None]
