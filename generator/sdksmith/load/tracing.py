"""The way along a JSON Pointer through a text in which keys may be repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from msgspec import Struct

from .document import split

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Entry(Struct, Generic[T], frozen=True):
    """A key with its value, or an item.

    Attributes:
        start: The offset of the key or item in the text.
        value: What the parser knows of the value.
    """

    start: int
    value: T


Children: TypeAlias = dict[str, list[Entry[T]]]
"""The entries of a container by key or index; more than one where a key is repeated."""


def trace(
    root: Entry[T], pointer: str, children_of: Callable[[T], Children[T]]
) -> list[Entry[T]]:
    """Return the entries at `pointer`, or at the nearest parent; the last one counts."""
    found = [root]
    for token in split(pointer):
        # A repeated key has several values; a child may stand in any of them.
        below = [
            entry
            for parent in found
            for entry in children_of(parent.value).get(token, ())
        ]
        if not below:
            break
        found = below
    return found
