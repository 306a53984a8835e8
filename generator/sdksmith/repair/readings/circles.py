"""Circles of references: strongly connected components, in linear time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NONE: Final[frozenset[str]] = frozenset()


class Circles:
    """Circles of a graph, which is explored as far as it is needed.

    Args:
        successors: Function that returns the nodes to which a node refers.
    """

    def __init__(self, successors: Callable[[str], list[str]]) -> None:
        self._successors = successors
        self._numbers: dict[str, int] = {}
        self._found: dict[str, frozenset[str]] = {}

    def circle_of(self, node: str) -> frozenset[str]:
        """Return the nodes on all ways from a node back to itself; empty without any."""
        if node not in self._found:
            self._explore(node)
        return self._found[node]

    def _explore(self, start: str) -> None:
        """Find the components that are reachable from a node (Tarjan's algorithm)."""
        lowest: dict[str, int] = {}
        open_nodes: list[str] = []
        stack: list[tuple[str, Iterator[str]]] = []

        def enter(node: str) -> None:
            lowest[node] = self._numbers[node] = len(self._numbers)
            open_nodes.append(node)
            stack.append((node, iter(self._successors(node))))

        enter(start)
        while stack:
            node, following = stack[-1]
            child = next(following, None)
            if child is None:
                stack.pop()
                if stack:
                    parent = stack[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == self._numbers[node]:
                    self._close(node, open_nodes)
            elif child not in self._numbers:
                enter(child)
            elif child not in self._found:
                lowest[node] = min(lowest[node], self._numbers[child])

    def _close(self, node: str, open_nodes: list[str]) -> None:
        members = [open_nodes.pop()]
        while members[-1] != node:
            members.append(open_nodes.pop())
        is_circle = len(members) > 1 or node in self._successors(node)
        circle = frozenset(members) if is_circle else _NONE
        self._found.update(dict.fromkeys(members, circle))
