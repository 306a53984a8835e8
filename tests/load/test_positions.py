"""Places found on demand are those that a slow, simple reading finds."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st
from sdksmith.json_data import JsonValue
from sdksmith.load.document import entries, join
from sdksmith.load.json.text import parse_json
from sdksmith.load.source_text import SourceText
from sdksmith.load.yaml.text import parse_yaml

from tests.load.documents import load, load_silently

if TYPE_CHECKING:
    from collections.abc import Iterator

CHARACTERS = st.characters(
    codec="utf-8",
    exclude_characters="\x7f\ufeff\ufffe\uffff",
    exclude_categories=["Cc"],
)
STRINGS = st.text(CHARACTERS | st.sampled_from('/~"\\{}[],:#'), max_size=6)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | STRINGS
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(STRINGS, inner, max_size=4),
    max_leaves=12,
)
BLANKS = st.text(" \n", max_size=3) | st.just("\r\n  ")


@st.composite
def json_texts(draw: st.DrawFn) -> str:
    """Draw JSON with blanks anywhere, and with repeated keys."""
    return (
        draw(BLANKS)
        + write(draw, draw(st.dictionaries(STRINGS, VALUES)))
        + draw(BLANKS)
    )


def write(draw: st.DrawFn, value: JsonValue) -> str:
    def blank() -> str:
        return draw(BLANKS)

    if isinstance(value, dict):
        pairs = list(value.items())
        if pairs and draw(st.integers(0, 3)) == 0:
            pairs.append(draw(st.sampled_from(pairs)))
        written = [
            f"{blank()}{json.dumps(key, ensure_ascii=draw(st.booleans()))}{blank()}:"
            f"{blank()}{write(draw, item)}{blank()}"
            for key, item in pairs
        ]
        return "{" + ",".join(written) + blank() + "}"
    if isinstance(value, list):
        items = [f"{blank()}{write(draw, item)}{blank()}" for item in value]
        return "[" + ",".join(items) + blank() + "]"
    return json.dumps(value, ensure_ascii=draw(st.booleans()))


def reference(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield each pointer of JSON text with its place, by PyYAML's own marks."""
    node = yaml.compose(text.replace("\\/", "/"), Loader=yaml.SafeLoader)
    stack: list[tuple[str, yaml.Node]] = [("", node)] if node else []
    while stack:
        pointer, node = stack.pop()
        if isinstance(node, yaml.MappingNode):
            last = {key.value: (key, value) for key, value in node.value}
            for key, value in last.values():
                below = join(pointer, key.value)
                yield below, (key.start_mark.line + 1, key.start_mark.column + 1)
                stack.append((below, value))
        elif isinstance(node, yaml.SequenceNode):
            for index, item in enumerate(node.value):
                below = join(pointer, index)
                yield below, (item.start_mark.line + 1, item.start_mark.column + 1)
                stack.append((below, item))


def pointers(value: JsonValue, pointer: str = "") -> Iterator[str]:
    if isinstance(value, dict | list):
        for key, item in entries(value):
            below = join(pointer, key)
            yield below
            yield from pointers(item, below)


def is_yaml(text: str) -> bool:
    """Return whether PyYAML reads `text` as the json module does.

    It does not join the two halves of a character, and knows more line ends.
    """
    try:
        yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        return False
    return not set(text) & set("\x85\u2028\u2029") and "\\ud" not in text


@settings(deadline=None, max_examples=100)
@given(json_texts())
def test_places_in_json_are_those_of_a_slow_reading(text: str) -> None:
    parsed = parse_json(SourceText("x.json", text))
    assert parsed.root == json.loads(text)
    if is_yaml(text):
        for pointer, place in reference(text):
            assert parsed.positions.find(pointer) == place


@settings(deadline=None, max_examples=100)
@given(json_texts().filter(is_yaml))
def test_json_is_the_same_to_both_parsers(text: str) -> None:
    source = SourceText("x", text)
    as_json, as_yaml = parse_json(source), parse_yaml(source)
    assert as_yaml.root == as_json.root
    for pointer in pointers(as_json.root):
        assert as_yaml.positions.find(pointer) == as_json.positions.find(pointer)
        assert as_yaml.positions.places(pointer) == as_json.positions.places(pointer)


class QuotingDumper(yaml.SafeDumper):
    """Quotes what YAML 1.2 takes for a number: PyYAML has the rules of 1.1."""


def represent_text(_: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    style = "'" if text[:1] in set("+-.0123456789") else None
    return yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style)


QuotingDumper.add_representer(str, represent_text)


@settings(deadline=None)
@given(st.dictionaries(STRINGS, VALUES), st.booleans(), st.integers(2, 6))
@example({"size": "0E0"}, False, 2)
@example({"<": None}, False, 2)
@example({"<none>": None}, False, 2)
def test_data_written_as_yaml_comes_back(
    tree: dict[str, JsonValue], flow: bool, indent: int
) -> None:
    tree = {key: value for key, value in tree.items() if key.lower() != "openapi"}
    tree["swagger"] = "2.0"
    text = yaml.dump(  # pyright: ignore[reportUnknownMemberType]
        tree,
        Dumper=QuotingDumper,
        default_flow_style=flow,
        indent=indent,
        allow_unicode=True,
        sort_keys=False,
    )
    assert load_silently(text) == tree


def test_what_is_not_there_has_the_place_of_its_parent() -> None:
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


def test_places_behind_aliases_and_merges_are_where_they_were_written() -> None:
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


def test_front_matter_does_not_shift_lines() -> None:
    text = "\ufeff---\r\nswagger: '2.0'\r\npaths:\r\n  /a: {}\r\n---\r\n# Words\r\n"
    assert str(load(text).document.locate("/paths/~1a")) == "orders.yaml:4:3"
