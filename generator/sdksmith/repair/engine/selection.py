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
    from .rule import (
        Gate,
        Node,
        Rule,
    )


class _Picked(Struct, frozen=True):
    """Rules for one set of keys.

    Attributes:
        gates: The `when` conditions of the rules.
        rules: All rules, in order.
        free: The rules without a condition.
    """

    gates: frozenset[Gate]
    rules: tuple[Rule, ...]
    free: tuple[Rule, ...]


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
        self._picked: dict[Kind, dict[tuple[str, ...], _Picked]] = {}

    def rules_for(self, node: Node) -> tuple[Rule, ...]:
        """Return the rules that check a node, in order."""
        by_keys = self._picked.setdefault(node.kind, {})
        keys = tuple(node.value)
        picked = by_keys.get(keys)
        if picked is None:
            picked = by_keys[keys] = self._pick(node.kind, node.value.keys())
        shut = frozenset(gate for gate in picked.gates if not gate(node))
        if shut == picked.gates:
            return picked.free
        return tuple(rule for rule in picked.rules if rule.when not in shut)

    def _pick(self, kind: Kind, keys: AbstractSet[str]) -> _Picked:
        rules = tuple(
            rule
            for rule in self._by_kind.get(kind, ())
            if not rule.having or not self._keys_of(rule, kind).isdisjoint(keys)
        )
        return _Picked(
            gates=frozenset(rule.when for rule in rules if rule.when is not None),
            rules=rules,
            free=tuple(rule for rule in rules if rule.when is None),
        )

    def _keys_of(self, rule: Rule, kind: Kind) -> AbstractSet[str]:
        if isinstance(rule.having, Form):
            return fields_of_form(self._dialect, kind, rule.having)
        return frozenset(rule.having)
