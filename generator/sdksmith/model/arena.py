"""Arena that holds the types of an API while they are built."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, TypeAlias

from .types import Scalar, ScalarKind, TypeId, TypeMeta

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..report.budget import Budget
    from .types import Type

Key: TypeAlias = tuple[str, str]
"""Pointer of a schema, and the part of it that the type represents: "" for the whole."""


class Arena:
    """Types by number, each built once.

    `reserve` returns the number of a type at once, and the type is built later. Schemas
    can therefore reference one another without recursion in the builder.
    """

    def __init__(self, budget: Budget) -> None:
        """Create an arena with only the type of undescribed values.

        Args:
            budget: Remaining work, which types and their fields spend.
        """
        self.budget = budget
        self._types: list[Type | None] = []
        self._keys: list[Key] = []
        self._ids: dict[Key, TypeId] = {}
        self._queue: deque[tuple[TypeId, Callable[[], Type]]] = deque()
        self.any = self.reserve(("", ""), lambda: Scalar(TypeMeta(""), ScalarKind.ANY))
        """The type of values that the document does not describe."""
        self.build_all()

    def reserve(self, key: Key, make: Callable[[], Type]) -> TypeId:
        """Return the number of the type of `key`; call `make` later if it is new."""
        known = self._ids.get(key)
        if known is not None:
            return known
        self.budget.spend_nodes(1, key[0])
        type_id = TypeId(len(self._types))
        self._types.append(None)
        self._keys.append(key)
        self._ids[key] = type_id
        self._queue.append((type_id, make))
        return type_id

    def build_all(self) -> None:
        """Build all reserved types, and those that they reserve in turn."""
        while self._queue:
            type_id, make = self._queue.popleft()
            self._types[type_id] = make()

    def mark(self) -> int:
        """Return a mark for `roll_back`; no reserved type may be pending."""
        return len(self._types)

    def roll_back(self, mark: int) -> None:
        """Remove all types reserved since `mark`."""
        self._queue.clear()
        for key in self._keys[mark:]:
            del self._ids[key]
        del self._keys[mark:]
        del self._types[mark:]

    def types(self) -> tuple[Type, ...]:
        """Return all types; a `TypeId` is an index into the result."""
        return tuple(made for made in self._types if made is not None)
