"""Cached search for a schema with a property among the schemas reachable from another."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..json_data import JsonObject, JsonValue


class ReachabilityCache:
    """A predicate that is true if it holds for any reachable schema.

    The predicate is evaluated once for each schema, so a chain of n schemas takes n steps.
    """

    def __init__(
        self,
        holds: Callable[[JsonObject], bool],
        following: Callable[[JsonObject], Iterable[JsonValue]],
    ) -> None:
        self._holds = holds
        self._following = following
        # By `id()`; the nodes are kept alive, so an id is never reused.
        self._known: dict[int, tuple[JsonObject, bool]] = {}

    def holds_for(self, schema: JsonObject) -> bool:
        """Return whether the predicate holds for `schema` or a schema reachable from it."""
        known = self._known.get(id(schema))
        if known is not None:
            return known[1]
        came_from: dict[int, JsonObject | None] = {id(schema): None}
        seen = [schema]
        stack = [schema]
        while stack:
            node = stack.pop()
            known = self._known.get(id(node))
            if known is not None and not known[1]:
                continue
            if known is not None or self._holds(node):
                self._cache_path(node, came_from)
                return True
            for other in self._following(node):
                if isinstance(other, dict) and id(other) not in came_from:
                    came_from[id(other)] = node
                    seen.append(other)
                    stack.append(other)
        for node in seen:
            self._known[id(node)] = (node, False)
        return False

    def _cache_path(
        self, found: JsonObject, came_from: dict[int, JsonObject | None]
    ) -> None:
        node: JsonObject | None = found
        while node is not None:
            self._known[id(node)] = (node, True)
            node = came_from[id(node)]
