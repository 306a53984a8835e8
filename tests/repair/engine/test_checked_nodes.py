"""Rules that check unchanged nodes again, and those that need not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sdksmith.load.document import Dialect
from sdksmith.repair.engine import passes as engine
from sdksmith.repair.engine.checked_nodes import CheckedNodes
from sdksmith.repair.engine.passes import repair
from sdksmith.repair.engine.registry import rules
from sdksmith.repair.engine.rule import Finding, Node, complete_example, put, rule
from sdksmith.report.diagnostics import Safety
from sdksmith.spec.grammar import Kind

from tests.repair.documents import document, parse, swagger

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sdksmith.repair.engine.rule import Rule

PARCELS = """
paths: {}
definitions:
  Parcel: {type: object, properties: {city: {type: string, title: City}}}
  Label: {type: string, title: Old}
"""


class _Recorder:
    """Rules that record which schemas they check."""

    def __init__(self) -> None:
        self.local: list[object] = []
        self.outside: list[str] = []

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

        return {Kind.SCHEMA: (local, outside, new_title)}


class TestRepeatedRules:
    @pytest.fixture
    def recorder(self, monkeypatch: pytest.MonkeyPatch) -> _Recorder:
        recorder = _Recorder()
        monkeypatch.setattr(engine, "rules_by_kind", recorder.rules)
        repair(swagger(PARCELS))
        return recorder

    def test_rule_about_the_value_checks_each_value_once(
        self, recorder: _Recorder
    ) -> None:
        assert sorted(map(str, recorder.local)) == ["City", "New", "None", "Old"]

    def test_rule_that_reads_another_node_checks_again(
        self, recorder: _Recorder
    ) -> None:
        assert "City beside Old" in recorder.outside
        assert "City beside New" in recorder.outside


@pytest.mark.parametrize("item", rules(), ids=lambda item: item.code)
def test_same_result_as_with_all_rules(
    item: Rule, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialect = item.dialects[0]
    example = document(complete_example(parse(item.bad), dialect))
    expected = repair(example)

    def find_nothing(_: CheckedNodes, __: Node) -> None:
        return None

    monkeypatch.setattr(CheckedNodes, "find", find_nothing)
    result = repair(example)
    assert result.diagnostics == expected.diagnostics
    assert result.document.root == expected.document.root
