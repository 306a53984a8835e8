"""Positions in JSON text, compared with the marks of PyYAML."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import yaml
from hypothesis import given, settings
from sdksmith.load.document import join
from sdksmith.load.json.text import parse_json
from sdksmith.load.source_text import SourceText

from tests.load.json_texts import is_yaml, json_texts

if TYPE_CHECKING:
    from collections.abc import Iterator


def reference(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the pointers of JSON text with their positions from the marks of PyYAML."""
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


@settings(deadline=None, max_examples=100)
@given(json_texts())
def test_positions_match_the_marks_of_pyyaml(text: str) -> None:
    parsed = parse_json(SourceText("x.json", text))
    assert parsed.root == json.loads(text)
    if is_yaml(text):
        for pointer, place in reference(text):
            assert parsed.positions.find(pointer) == place
