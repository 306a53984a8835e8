"""Lookup of JSON Pointers in a text in which keys can be repeated."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from msgspec import Struct

from .document import split

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Entry(Struct, Generic[T], frozen=True):
    """Entry of a mapping, or item of a list.

    Attributes:
        start: Offset of the key or item in the text.
        value: The value, as the parser represents it.
    """

    start: int
    value: T


Children: TypeAlias = dict[str, list[Entry[T]]]
"""Entries of a container by key or index; a repeated key has more than one."""


def trace(
    root: Entry[T], pointer: str, children_of: Callable[[T], Children[T]]
) -> list[Entry[T]]:
    """Return the entries at `pointer`, or at its nearest parent.

    A repeated key has several entries, of which the last one applies.
    """
    found = [root]
    for token in split(pointer):
        # A repeated key has several values; the child can be in any of them.
        below = [
            entry
            for parent in found
            for entry in children_of(parent.value).get(token, ())
        ]
        if not below:
            break
        found = below
    return found
