"""Record of the checks of nodes, which decides what must be checked again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.json import Encoder

from ...spec.grammar import Kind
from .context import Reach

if TYPE_CHECKING:
    from ...json_data import JsonObject
    from .rule import Rule

_REPEATED: Final = frozenset(
    (
        Kind.SCHEMA,
        Kind.REFERENCE,
        Kind.PARAMETER,
        Kind.ITEMS,
        Kind.HEADER,
        Kind.RESPONSE,
        Kind.ENCODING,
    )
)
"""Kinds whose objects are often equal to others of the same document."""

_MAX_CONTENT: Final = 2_000
"""Maximum size of the JSON text of an object that is compared with others."""


class CheckedNode(Struct, gc=False):
    """Result of the last check of a node, which equal nodes share.

    Attributes:
        rules: Rules that must check the node again in the next pass; None for all rules.
        rules_elsewhere: Rules that must check an equal node in the same pass; None for
            all rules.
        checked_in: Number of the last pass that checked the node.
        closed_in: Number of the last pass that checked the node and all nodes inside it.
        own_reach: What the last check of the node has read.
        reach: The same, including the checks of the nodes inside it.
    """

    rules: tuple[Rule, ...] | None = None
    rules_elsewhere: tuple[Rule, ...] | None = None
    checked_in: int = 0
    closed_in: int = 0
    own_reach: Reach = Reach.PLACE
    reach: Reach = Reach.PLACE

    def record(
        self, again: tuple[Rule, ...], elsewhere: tuple[Rule, ...], selected_by: Reach
    ) -> None:
        """Record a check.

        Args:
            again: Rules that have read more than the value of the node.
            elsewhere: Those of them that have read where the node is.
            selected_by: What the selection of the rules has read.
        """
        self.rules = again if selected_by is Reach.VALUE else None
        self.rules_elsewhere = None if selected_by is Reach.PLACE else elsewhere
        if elsewhere:
            self.own_reach = Reach.PLACE
        elif again:
            self.own_reach = max(selected_by, Reach.DOCUMENT)
        else:
            self.own_reach = selected_by


class CheckedNodes:
    """Results of the checks of all nodes, for a document that is checked several times.

    Values are never mutated. What a rule that found nothing has read (see `Reach`)
    therefore decides when it must check a node again:

    - Only the value of the node: never, also not for a node with an equal value.
    - Other parts of the document: once in each pass, for all equal nodes.
    - The place of the node: in each pass, for each node.

    Subtrees without such rules are not even visited. GitHub's API has 56,390 nodes, of
    which the first pass visits 10,700 and the last one 4,700.

    Nodes are identified by the id of their value, or by its JSON text if they are small,
    and by their kind, because one object can be in several places. The caller keeps the
    values alive.

    Args:
        budget: Number of bytes of JSON text that are compared. It bounds the time for
            deeply nested schemas, whose inner schemas are compared on each level.
    """

    def __init__(self, budget: int) -> None:
        self._results: dict[tuple[Kind, Kind], dict[int | bytes, CheckedNode]] = {}
        self._budget = budget
        self._encode = Encoder().encode

    def find(self, value: JsonObject, kind: Kind, expected: Kind) -> CheckedNode:
        """Return the result for a node, which is new if no equal node was checked yet."""
        results = self._results.get((kind, expected))
        if results is None:
            results = self._results[(kind, expected)] = {}
        result = results.get(id(value))
        if result is None:
            content = self._content(value) if kind in _REPEATED else None
            if content is None:
                result = CheckedNode()
            else:
                result = results.setdefault(content, CheckedNode())
            results[id(value)] = result
        return result

    def _content(self, value: JsonObject) -> bytes | None:
        if self._budget < 0:
            return None
        try:
            content = self._encode(value)
        except UnicodeEncodeError:  # lone surrogates
            return None
        self._budget -= len(content)
        return content if len(content) <= _MAX_CONTENT else None
