"""One pass of the rules over the nodes of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ...report.diagnostics import Safety
from ...spec.grammar import Kind
from ...spec.tables import grammar
from .context import Reach
from .rule import Node
from .walk import children

if TYPE_CHECKING:
    from .checked_nodes import CheckedNode, CheckedNodes
    from .context import Context
    from .rule import EditOp, Finding, Rule
    from .selection import RuleSelection


class RuleFinding(Struct, frozen=True):
    """Finding with its rule and its node."""

    rule: Rule
    node: Node
    finding: Finding

    @property
    def safety(self) -> Safety:
        """Safety of the edits."""
        return self.finding.safety or self.rule.safety

    @property
    def at(self) -> str:
        """Pointer to the location."""
        return self.node.pointer if self.finding.at is None else self.finding.at

    def uses_fallback(self, *, guess: bool) -> bool:
        """Return whether the finding is a guess that this run refuses."""
        edits = bool(self.finding.edits)
        return edits and not guess and self.safety is Safety.GUESS

    def edits(self, *, guess: bool) -> tuple[EditOp, ...]:
        """Return the edits that this run applies for the finding."""
        fallback = self.uses_fallback(guess=guess)
        return self.finding.fallback if fallback else self.finding.edits


class Pass:
    """Check of the nodes of a document in one state, parents first.

    Args:
        number: Number of the pass, counted from 1.
        document: The document.
        selection: Selects the rules for each node.
        nodes: Results of the earlier passes, which are updated.
        checked: Ids of the values that need not be checked; empty for a pass over all nodes.
            The ids of the visited values are added in the end.
    """

    def __init__(
        self,
        number: int,
        document: Context,
        selection: RuleSelection,
        nodes: CheckedNodes,
        checked: set[int],
    ) -> None:
        self._number = number
        self._document = document
        self._tables = grammar(document.dialect)
        self._selection = selection
        self._nodes = nodes
        self._checked = checked
        self._is_partial = bool(checked)
        self._visited: list[int] = []
        self._findings: list[RuleFinding] = []

    def run(self) -> list[RuleFinding]:
        """Check the nodes that have to be checked, and return the findings in order."""
        root = Node(self._document.tree, Kind.DOCUMENT, Kind.DOCUMENT, self._document)
        self._visit(root, self._nodes.find(root.value, root.kind, root.expected))
        # Updated last, because a YAML anchor can put one object in several places.
        self._checked.update(self._visited)
        return self._findings

    def _visit(self, node: Node, result: CheckedNode) -> Reach:
        """Check a node and the nodes inside it, and return their reach."""
        self._visited.append(id(node.value))
        reach = self._check(node, result)
        for value, kind, expected, tokens in children(node, self._tables):
            inner = self._nodes.find(value, kind, expected)
            if self._may_skip(value, inner):
                inner_reach = inner.reach
            else:
                child = Node(value, kind, expected, self._document, (tokens, node))
                inner_reach = self._visit(child, inner)
            reach = max(reach, inner_reach)
        if not self._is_partial:
            result.reach = reach
            result.closed_in = self._number
        return reach

    def _may_skip(self, value: object, result: CheckedNode) -> bool:
        """Return whether neither a node nor anything inside it must be checked."""
        if self._is_partial:
            return result.reach < Reach.PLACE or id(value) in self._checked
        if result.reach is Reach.DOCUMENT:
            return result.closed_in == self._number
        return result.reach is Reach.VALUE

    def _check(self, node: Node, result: CheckedNode) -> Reach:
        """Run the rules that must check a node, and record those that must do so again."""
        reads = node.document.reads
        is_repeated = result.checked_in == self._number
        rules = result.rules_elsewhere if is_repeated else result.rules
        reads.reach = Reach.VALUE
        if rules is None:
            rules = self._selection.rules_for(node)
        selection_reach = reads.reach
        again: list[Rule] = []
        elsewhere: list[Rule] = []
        for rule in rules:
            reads.reach = Reach.VALUE
            for finding in rule.check(node):
                reads.reach = Reach.PLACE
                self._findings.append(RuleFinding(rule, node, finding))
            if reads.reach is not Reach.VALUE:
                again.append(rule)
                if reads.reach is Reach.PLACE:
                    elsewhere.append(rule)
        if not is_repeated:
            result.checked_in = self._number
            result.record(tuple(again), tuple(elsewhere), selection_reach)
        return result.own_reach
