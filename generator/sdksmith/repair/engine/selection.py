"""Selection of the rules for a node, by its kind and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

from ...spec.grammar import Form
from .keywords import fields_of_form
from .outlines import Outline, json_type_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...load.document import Dialect
    from ...spec.grammar import Kind
    from .rule import Condition, Node, Rule

_Fields: TypeAlias = "tuple[tuple[str, ...], tuple[type, ...], str]"


class _Selection(Struct, frozen=True):
    """Rules for one outline.

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

    The selection for an outline (the fields of a node and their types) is cached,
    because most nodes are schemas with the same few fields, and most rules are about a
    single field. For a document of 20 MB, this saves two thirds of the time.
    """

    def __init__(
        self, dialect: Dialect, by_kind: Mapping[Kind, Sequence[Rule]]
    ) -> None:
        self._dialect = dialect
        self._by_kind = by_kind
        self._selections: dict[tuple[Kind, Kind], dict[_Fields, _Selection]] = {}

    def rules_for(self, node: Node) -> tuple[Rule, ...]:
        """Return the rules that check a node, in order."""
        by_fields = self._selections.setdefault((node.kind, node.expected), {})
        value = node.value
        fields = (tuple(value), tuple(map(type, value.values())), json_type_of(value))
        selection = by_fields.get(fields)
        if selection is None:
            keys, types, json_type = fields
            outline = Outline(
                dialect=self._dialect,
                kind=node.kind,
                expected=node.expected,
                types=dict(zip(keys, types, strict=True)),
                json_type=json_type,
            )
            selection = by_fields[fields] = self._select(outline)
        unmet = frozenset(
            condition for condition in selection.conditions if not condition(node)
        )
        if unmet == selection.conditions:
            return selection.unconditional
        return tuple(rule for rule in selection.rules if rule.when not in unmet)

    def _select(self, outline: Outline) -> _Selection:
        rules = tuple(
            rule
            for rule in self._by_kind.get(outline.kind, ())
            if _concerns(rule, outline)
        )
        return _Selection(
            conditions=frozenset(rule.when for rule in rules if rule.when is not None),
            rules=rules,
            unconditional=tuple(rule for rule in rules if rule.when is None),
        )


def _concerns(rule: Rule, outline: Outline) -> bool:
    having = rule.having
    if not having:
        return True
    if callable(having):
        return having(outline)
    if isinstance(having, Form):
        fields = fields_of_form(outline.dialect, outline.kind, having)
        return not fields.isdisjoint(outline.types)
    return any(key in outline.types for key in having)
