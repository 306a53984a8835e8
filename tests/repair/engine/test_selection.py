"""Selection of the rules for a node."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.repair.engine.context import Context
from sdksmith.repair.engine.registry import rules, rules_by_kind
from sdksmith.repair.engine.rule import Node, complete_example
from sdksmith.repair.engine.selection import RuleSelection
from sdksmith.repair.engine.walk import children
from sdksmith.spec.grammar import Kind
from sdksmith.spec.tables import grammar

from tests.repair.documents import parse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.load.document import Dialect
    from sdksmith.repair.engine.rule import Rule

OTHER_VALUES: tuple[JsonValue, ...] = (
    None,
    True,
    1,
    "null",
    [],
    ["a"],
    [1],
    {},
    {"a": 1},
)


@pytest.mark.parametrize("item", rules(), ids=lambda item: item.code)
def test_rules_that_are_not_selected_find_nothing(item: Rule) -> None:
    """A function as `having` only saves time: it never hides a finding."""
    dialect = item.dialects[-1]
    by_kind = rules_by_kind(dialect)
    selection = RuleSelection(dialect, by_kind)
    for root in _variants(complete_example(parse(item.bad), dialect), dialect):
        for node in _nodes(root, dialect):
            selected = selection.rules_for(node)
            for other in by_kind.get(node.kind, ()):
                if callable(other.having) and other not in selected:
                    assert list(other.check(node)) == [], (other.code, node.value)


def _nodes(root: JsonObject, dialect: Dialect) -> Iterator[Node]:
    document = Context(root, dialect, "spec.yaml")
    stack = [Node(root, Kind.DOCUMENT, Kind.DOCUMENT, document)]
    while stack:
        node = stack.pop()
        yield node
        found = children(node, grammar(dialect))
        stack += [
            Node(value, kind, expected, document, (tokens, node))
            for value, kind, expected, tokens in reversed(found)
        ]


def _variants(root: JsonObject, dialect: Dialect) -> Iterator[JsonObject]:
    """Yield the document, and the document with one value of the wrong type in each node."""
    yield root
    for index, node in enumerate(list(_nodes(root, dialect))):
        fields = dict(node.value)
        for offset, key in enumerate(fields):
            node.value[key] = OTHER_VALUES[(index + offset) % len(OTHER_VALUES)]
            yield root
            node.value.update(fields)
