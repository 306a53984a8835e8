"""Results that are kept for a node, and the reads that they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sdksmith.load.document import Dialect
from sdksmith.repair.engine.caching import cached_by_node
from sdksmith.repair.engine.context import Context, Reach
from sdksmith.repair.engine.rule import Node
from sdksmith.spec.grammar import Kind

if TYPE_CHECKING:
    from sdksmith.json_data import JsonObject


class _Titles:
    """Functions of a node that count their calls."""

    def __init__(self) -> None:
        self.calls = 0

        @cached_by_node
        def own(node: Node) -> object:
            self.calls += 1
            return node.get("title")

        @cached_by_node
        def own_and_key(node: Node) -> str:
            return f"{own(node)} {node.key}"

        self.own = own
        self.own_and_key = own_and_key


def _node(title: str) -> Node:
    value: JsonObject = {"title": title}
    context = Context({"info": value}, Dialect.OPENAPI_31, "spec.yaml")
    return Node(value, Kind.INFO, Kind.INFO, context)


def test_result_is_computed_once_for_a_node() -> None:
    titles, node = _Titles(), _node("Parcels")
    assert [titles.own(node), titles.own(node)] == ["Parcels", "Parcels"]
    assert titles.calls == 1


def test_equal_nodes_are_different() -> None:
    titles = _Titles()
    for node in (_node("Parcels"), _node("Parcels")):
        titles.own(node)
    assert titles.calls == 2


def test_results_of_two_nodes_are_kept() -> None:
    titles, nodes = _Titles(), [_node("Parcels"), _node("Labels")]
    for node in (*nodes, *nodes):
        titles.own(node)
    assert titles.calls == 2


def test_cached_result_counts_as_what_the_function_has_read() -> None:
    titles, node = _Titles(), _node("Parcels")
    reads = node.document.reads
    for _ in range(2):
        reads.reach = Reach.VALUE
        titles.own_and_key(node)
        assert reads.reach is Reach.PLACE
        reads.reach = Reach.VALUE
        titles.own(node)
        assert reads.reach is Reach.VALUE


def test_earlier_reads_are_kept() -> None:
    titles, node = _Titles(), _node("Parcels")
    for _ in range(2):
        node.document.reads.reach = Reach.PLACE
        titles.own(node)
        assert node.document.reads.reach is Reach.PLACE
