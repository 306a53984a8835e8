"""Data built from parser events, compared with that of the composer."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from sdksmith.load.document import join
from sdksmith.load.source_text import SourceText
from sdksmith.load.yaml import text as yamltext
from sdksmith.load.yaml.events import build_from_events
from sdksmith.load.yaml.positions import EventPositions, YamlPositions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdksmith.json_data import JsonValue

DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4)
    | st.dictionaries(st.text(max_size=6), inner, max_size=4),
    max_leaves=12,
)
UNUSUAL = {
    "tag": "a: !!str 1\n",
    "tag of a list": "a: !x [1]\n",
    "anchor": "a: &x 1\n",
    "anchor of a mapping": "a: &x {b: 1}\nc: *x\n",
    "merge key": "a: {<<: {b: 1}}\n",
    "repeated key": "a: 1\na: 2\n",
    "repeated inner key": "x: {a: 1, a: 2}\n",
    "mapping as key": "{a: 1}: 2\n",
    "list as key": "? [a]\n: 2\n",
    "infinity": "a: .inf\n",
    "not a number": "a: [.nan]\n",
    "list as root": "- 1\n",
    "text as root": "a\n",
    "two documents": "a: 1\n---\nb: 1\n",
    "syntax error": "a: [1\n",
    "nested too deeply": "a: " + "[" * 200 + "]" * 200 + "\n",
    "nothing": "# comment\n",
}


@pytest.mark.parametrize("text", UNUSUAL.values(), ids=UNUSUAL)
def test_unusual_text_is_left_to_the_composer(text: str) -> None:
    assert build_from_events(text) is None


def test_deepest_text_is_read() -> None:
    text = "a: " + "[" * 198 + "1" + "]" * 198 + "\n"
    assert build_from_events(text) is not None


@pytest.mark.parametrize("rest", ["", "# end\n", "---\n", "...\n", "...\n# end\n"])
def test_same_ignored_rest_as_with_the_composer(
    rest: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = SourceText("spec.yaml", f"a: 1\n{rest}")
    expected = yamltext.parse_yaml(source).diagnostics
    monkeypatch.setattr(yamltext, "build_from_events", _read_nothing)
    assert yamltext.parse_yaml(source).diagnostics == expected


@given(
    st.dictionaries(st.text(max_size=6), DATA, max_size=5),
    st.booleans(),
    st.sampled_from([None, '"', "'"]),
)
def test_same_data_and_positions_as_with_the_composer(
    root: dict[str, JsonValue], flow: bool, style: str | None
) -> None:
    text = yaml.safe_dump(  # pyright: ignore[reportUnknownMemberType]
        root, default_flow_style=flow, default_style=style, allow_unicode=True
    )
    tree = build_from_events(text)
    if tree is None:
        assert "&" in text or "!!" in text or "<<" in text
        return
    source = SourceText("spec.yaml", text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yamltext, "build_from_events", _read_nothing)
        composed = yamltext.parse_yaml(source)
    assert json.dumps(tree.root) == json.dumps(composed.root)
    ours, theirs = EventPositions(source, tree), YamlPositions(source, 0)
    for pointer in _pointers(tree.root, ""):
        for place in (pointer, f"{pointer}/missing"):
            assert ours.find(place) == theirs.find(place)
            assert ours.places(place) == theirs.places(place)
            assert ours.number_text(place) == theirs.number_text(place)


def _read_nothing(_: str) -> None:
    return None


def _pointers(value: JsonValue, pointer: str) -> Iterator[str]:
    yield pointer
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _pointers(item, join(pointer, key))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            yield from _pointers(item, join(pointer, index))
