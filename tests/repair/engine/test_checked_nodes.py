"""Rules that check unchanged nodes again, and those that need not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.load.document import Dialect
from sdksmith.repair.engine import passes as engine
from sdksmith.repair.engine.checked_nodes import CheckedNode, CheckedNodes
from sdksmith.repair.engine.passes import repair
from sdksmith.repair.engine.registry import rules
from sdksmith.repair.engine.rule import Finding, Node, complete_example, put, rule
from sdksmith.report.diagnostics import Safety
from sdksmith.spec.grammar import Kind

from tests.repair.documents import document, parse, swagger

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sdksmith.json_data import JsonObject, JsonValue
    from sdksmith.repair.engine.rule import Rule

PARCELS = """
paths: {}
definitions:
  Parcel: {type: object, properties: {city: {type: string, title: City}}}
  Label: {type: string, title: Old}
  Sender: {type: object, properties: {town: {type: string, title: City}}}
"""


class _Recorder:
    """Rules that record which schemas they check."""

    def __init__(self) -> None:
        self.local: list[object] = []
        self.outside: list[str] = []
        self.places: list[str] = []

    def rules(self, _: Dialect) -> Mapping[Kind, tuple[Rule, ...]]:
        @rule(
            "XX001", on=Kind.SCHEMA, title="X", safety=Safety.EXACT, bad="{}", good="{}"
        )
        def local(node: Node) -> Iterator[Finding]:
            self.local.append(node.get("title"))
            yield from ()

        @rule(
            "XX002", on=Kind.SCHEMA, title="X", safety=Safety.EXACT, bad="{}", good="{}"
        )
        def outside(node: Node) -> Iterator[Finding]:
            label = node.resolve("#/definitions/Label")
            assert isinstance(label, dict)
            self.outside.append(f"{node.get('title')} beside {label['title']}")
            yield from ()

        @rule(
            "XX003", on=Kind.SCHEMA, title="X", safety=Safety.EXACT, bad="{}", good="{}"
        )
        def new_title(node: Node) -> Iterator[Finding]:
            if node.get("title") == "Old":
                yield Finding("Old", (put(node.child_pointer("title"), "New"),))

        @rule(
            "XX004", on=Kind.SCHEMA, title="X", safety=Safety.EXACT, bad="{}", good="{}"
        )
        def place(node: Node) -> Iterator[Finding]:
            if node.get("title") == "City":
                self.places.append(node.key)
            yield from ()

        return {Kind.SCHEMA: (local, outside, new_title, place)}


class TestRepeatedRules:
    @pytest.fixture
    def recorder(self, monkeypatch: pytest.MonkeyPatch) -> _Recorder:
        recorder = _Recorder()
        monkeypatch.setattr(engine, "rules_by_kind", recorder.rules)
        repair(swagger(PARCELS))
        return recorder

    def test_rule_about_the_value_checks_equal_values_once(
        self, recorder: _Recorder
    ) -> None:
        assert recorder.local.count("City") == 1
        assert recorder.local.count("New") == 1

    def test_rule_that_reads_another_node_checks_equal_values_once_in_each_pass(
        self, recorder: _Recorder
    ) -> None:
        assert recorder.outside.count("City beside Old") == 1
        assert recorder.outside.count("City beside New") == 1

    def test_rule_that_reads_the_place_checks_each_node(
        self, recorder: _Recorder
    ) -> None:
        assert recorder.places == ["city", "town", "city", "town"]


class TestEqualNodes:
    def test_equal_values_share_a_result(self) -> None:
        nodes = CheckedNodes(budget=100)
        first, second = (
            nodes.find({"type": "string"}, Kind.SCHEMA, Kind.SCHEMA) for _ in range(2)
        )
        assert first is second

    @pytest.mark.parametrize("other", [True, 1.0, "1", [1]])
    def test_values_of_other_types_differ(self, other: JsonValue) -> None:
        nodes = CheckedNodes(budget=100)
        values: list[JsonObject] = [{"default": 1}, {"default": other}]
        first, second = (
            nodes.find(value, Kind.SCHEMA, Kind.SCHEMA) for value in values
        )
        assert first is not second

    def test_order_of_keys_matters(self) -> None:
        nodes = CheckedNodes(budget=100)
        values: list[JsonObject] = [{"type": "a", "in": "b"}, {"in": "b", "type": "a"}]
        first, second = (
            nodes.find(value, Kind.PARAMETER, Kind.PARAMETER) for value in values
        )
        assert first is not second

    def test_values_beyond_the_budget_are_not_compared(self) -> None:
        nodes = CheckedNodes(budget=10)
        values: list[JsonObject] = [{"title": "Parcels"} for _ in range(3)]
        found = [nodes.find(value, Kind.SCHEMA, Kind.SCHEMA) for value in values]
        assert found[1] is not found[2]
        assert found[2] is nodes.find(values[2], Kind.SCHEMA, Kind.SCHEMA)


@pytest.mark.parametrize("item", rules(), ids=lambda item: item.code)
def test_same_result_as_with_all_rules(
    item: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialect = item.dialects[0]
    example = document(complete_example(parse(item.bad), dialect))
    expected = repair(example)

    def find_nothing(*_: object) -> CheckedNode:
        return CheckedNode()

    monkeypatch.setattr(CheckedNodes, "find", find_nothing)
    result = repair(example)
    assert result.diagnostics == expected.diagnostics
    assert result.document.root == expected.document.root
