"""Selection of the rules for a node, by its kind and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ...spec.grammar import Form
from .keywords import fields_of_form

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from ...load.document import Dialect
    from ...spec.grammar import Kind
    from .rule import Condition, Node, Rule


class _Selection(Struct, frozen=True):
    """Rules for one set of keys.

    Attributes:
        conditions: The `when` conditions of the rules.
        rules: All rules, in order.
        unconditional: The rules without a condition.
    """

    conditions: frozenset[Condition]
    rules: tuple[Rule, ...]
    unconditional: tuple[Rule, ...]


class RuleSelection:
    """Selector of the rules for each node of a document.

    The selection for a set of keys is cached, because most nodes are schemas with the
    same few keys, and most rules are about a single key. For a document of 20 MB, this
    saves two thirds of the time.
    """

    def __init__(
        self, dialect: Dialect, by_kind: Mapping[Kind, Sequence[Rule]]
    ) -> None:
        self._dialect = dialect
        self._by_kind = by_kind
        self._selections: dict[Kind, dict[tuple[str, ...], _Selection]] = {}

    def rules_for(self, node: Node) -> tuple[Rule, ...]:
        """Return the rules that check a node, in order."""
        by_keys = self._selections.setdefault(node.kind, {})
        keys = tuple(node.value)
        selection = by_keys.get(keys)
        if selection is None:
            selection = by_keys[keys] = self._select(node.kind, node.value.keys())
        unmet = frozenset(
            condition for condition in selection.conditions if not condition(node)
        )
        if unmet == selection.conditions:
            return selection.unconditional
        return tuple(rule for rule in selection.rules if rule.when not in unmet)

    def _select(self, kind: Kind, keys: AbstractSet[str]) -> _Selection:
        rules = tuple(
            rule
            for rule in self._by_kind.get(kind, ())
            if not rule.having or not self._keys_of(rule, kind).isdisjoint(keys)
        )
        return _Selection(
            conditions=frozenset(rule.when for rule in rules if rule.when is not None),
            rules=rules,
            unconditional=tuple(rule for rule in rules if rule.when is None),
        )

    def _keys_of(self, rule: Rule, kind: Kind) -> AbstractSet[str]:
        if isinstance(rule.having, Form):
            return fields_of_form(self._dialect, kind, rule.having)
        return frozenset(rule.having)
