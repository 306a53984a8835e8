"""Cache for functions of a node that several rules call one after another."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

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
    known: list[tuple[Node, T, bool]] = []

    @wraps(function)
    def cached(node: Node) -> T:
        reads = node.document.reads
        for other, result, has_read_outside in known:
            if other is node:
                reads.outside = reads.outside or has_read_outside
                return result
        had_read_outside, reads.outside = reads.outside, False
        result = function(node)
        known[:] = [(node, result, reads.outside), *known[:1]]
        reads.outside = reads.outside or had_read_outside
        return result

    return cached
