"""Sizes of the smallest values of types, which keep sample values finite."""

from __future__ import annotations

import heapq
import math
from typing import TYPE_CHECKING

from ...model.types import (
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
    return _Weighing(types, sent=sent).weigh()


class _Weighing:
    """State of `weigh_types`. Most types need no other type and never enter the heap."""

    def __init__(self, types: Sequence[Type], *, sent: bool) -> None:
        self._types = types
        self._needs = [
            () if isinstance(item, Scalar) else _needs(item, sent=sent)
            for item in types
        ]
        self._weights = [INFINITE if needs else 1.0 for needs in self._needs]
        self._missing: dict[TypeId, int] = {}
        self._totals: dict[TypeId, float] = {}
        self._heap: list[tuple[float, TypeId]] = []

    def weigh(self) -> list[float]:
        """Return the weights of the types."""
        users: dict[TypeId, list[TypeId]] = {}
        for index, needs in enumerate(self._needs):
            if not needs:
                continue
            user = TypeId(index)
            self._missing[user], self._totals[user] = len(needs), 1.0
            for part in needs:
                if self._weights[part] < INFINITE:
                    self._add(part, user)
                else:
                    users.setdefault(part, []).append(user)
        while self._heap:
            weight, settled = heapq.heappop(self._heap)
            if self._weights[settled] < INFINITE:
                continue
            self._weights[settled] = weight
            for user in users.get(settled, ()):
                self._add(settled, user)
        return self._weights

    def _add(self, part: TypeId, user: TypeId) -> None:
        """Add the weight of a settled part to the weight of a type that contains it."""
        item = self._types[user]
        if isinstance(item, UnionOf):
            heapq.heappush(self._heap, (self._weights[part] + 1, user))
            return
        self._totals[user] += self._weights[part] * _least_count(item)
        self._missing[user] -= 1
        if not self._missing[user]:
            heapq.heappush(self._heap, (self._totals[user], user))


def _needs(item: Type, *, sent: bool) -> tuple[TypeId, ...]:
    """Return the types that a value must contain, or the members of a union."""
    match item:
        case Record(fields=fields):
            return tuple(
                field.type
                for field in fields
                if field.presence is Presence.REQUIRED
                and not field.nullable
                and exists_in(field, sent=sent)
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
