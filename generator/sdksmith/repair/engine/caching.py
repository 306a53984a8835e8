"""Cache for functions of a node that several rules call one after another."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

from .context import Reach

if TYPE_CHECKING:
    from collections.abc import Callable

    from .rule import Node

T = TypeVar("T")


def cached_by_node(function: Callable[[Node], T]) -> Callable[[Node], T]:
    """Cache the results of a function for the last two nodes.

    In contrast to `functools.lru_cache`, a cached result counts as a read of whatever
    the function has read, so that each rule that uses it is repeated if necessary; see
    `Reads`. Two nodes are enough for an operation and its path item.
    """
    known: list[tuple[Node, T, Reach]] = []

    @wraps(function)
    def cached(node: Node) -> T:
        reads = node.document.reads
        for other, result, reach in known:
            if other is node:
                reads.reach = max(reads.reach, reach)
                return result
        earlier, reads.reach = reads.reach, Reach.VALUE
        result = function(node)
        known[:] = [(node, result, reads.reach), *known[:1]]
        reads.reach = max(reads.reach, earlier)
        return result

    return cached
