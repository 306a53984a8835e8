"""Sizes of the smallest values of types, which keep sample values finite."""

from __future__ import annotations

import heapq
import math
from typing import TYPE_CHECKING

from ...model.types import (
    Choice,
    Constraints,
    ListOf,
    MapOf,
    Presence,
    Record,
    Scalar,
    TupleOf,
    TypeId,
    UnionOf,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model.types import Field, Type

INFINITE = math.inf
"""Weight of a type that has no finite value."""


def weigh_types(types: Sequence[Type], *, sent: bool) -> list[float]:
    """Return for each type the number of values that its smallest value consists of.

    The smallest value takes the member with the least weight of each union, omits
    properties that are not required and keeps lists empty. It is finite even if types
    refer to each other. The algorithm is Knuth's generalisation of Dijkstra's: each
    type is settled once.

    Args:
        types: The types, indexed by their ids.
        sent: Whether values are part of requests, which omit read-only properties.
    """
    weights = [INFINITE] * len(types)
    users: dict[TypeId, list[int]] = {}
    missing: dict[int, int] = {}
    heap: list[tuple[float, int]] = []
    for user, item in enumerate(types):
        needed = _needs(item, sent=sent)
        for type_id in needed:
            users.setdefault(type_id, []).append(user)
        if needed:
            missing[user] = len(needed)
        else:
            heap.append((1.0, user))  # equal weights are a valid heap
    totals = dict.fromkeys(missing, 1.0)
    while heap:
        weight, settled = heapq.heappop(heap)
        if weights[settled] < INFINITE:
            continue
        weights[settled] = weight
        for user in users.get(TypeId(settled), ()):
            item = types[user]
            if isinstance(item, UnionOf):
                heapq.heappush(heap, (weight + 1, user))
                continue
            totals[user] += weight * _least_count(item)
            missing[user] -= 1
            if not missing[user]:
                heapq.heappush(heap, (totals[user], user))
    return weights


def _needs(item: Type, *, sent: bool) -> tuple[TypeId, ...]:
    """Return the types that a value must contain, or the members of a union."""
    if isinstance(item, Scalar | Choice):
        return ()
    match item:
        case Record(fields=fields):
            return tuple(
                field.type
                for field in fields
                if is_needed(field, sent=sent) and not field.nullable
            )
        case ListOf(items=inner, constraints=Constraints(min_items=least)) if least:
            return () if item.nullable_items else (inner,)
        case MapOf(values=inner, constraints=Constraints(min_properties=n)) if n:
            return () if item.nullable_values else (inner,)
        case TupleOf(items=items):
            return items
        case UnionOf(members=members):
            return members
        case _:
            return ()


def _least_count(item: Type) -> int:
    """Return how many items a value must contain."""
    match item:
        case ListOf(constraints=Constraints(min_items=least)) if least:
            return least
        case MapOf(constraints=Constraints(min_properties=least)) if least:
            return least
        case _:
            return 1


def exists_in(field: Field, *, sent: bool) -> bool:
    """Return whether a property exists in a direction at all."""
    return not (field.read_only if sent else field.write_only)


def is_needed(field: Field, *, sent: bool) -> bool:
    """Return whether a value must contain a property."""
    return field.presence is Presence.REQUIRED and exists_in(field, sent=sent)
