"""Application of the edits of one pass to a tree, without mutating the tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct, field

from ...load.document import join, split
from ...report.diagnostics import ABSENT, Absent, Edit, MaybeJson
from .rule import Move, Put, Remove

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...json_data import Container, JsonArray, JsonObject, JsonValue
    from ...load.document import Origins
    from .rule import EditOp

Tokens: TypeAlias = tuple[str, ...]

_APPEND: Final = "-"


_REMOVED: Final[JsonArray] = []
"""Placeholder for a removed list item, so that indices stay valid during a pass."""


class ChangedPaths(Struct):
    """Paths that a pass has changed.

    Attributes:
        changed: Paths at which a value was set or removed.
        parents: All parents of these paths.
    """

    changed: set[Tokens] = field(default_factory=set[Tokens])
    parents: set[Tokens] = field(default_factory=set[Tokens])

    def allows(self, edits: Iterable[EditOp]) -> bool:
        """Return whether the edits do not overlap with any changed path."""
        return all(self._allows(tokens) for tokens in _tokens_of(edits))

    def add(self, edits: Iterable[EditOp]) -> None:
        """Mark the paths of the edits as changed."""
        for tokens in _tokens_of(edits):
            # Items appended to the same list do not overlap.
            if tokens[-1:] != (_APPEND,):
                self.changed.add(tokens)
            self.parents.update(tokens[:length] for length in range(len(tokens)))

    def _allows(self, tokens: Tokens) -> bool:
        if tokens in self.parents:
            return False
        return not any(
            tokens[:length] in self.changed for length in range(len(tokens) + 1)
        )


def _tokens_of(edits: Iterable[EditOp]) -> Iterable[Tokens]:
    for edit in edits:
        if isinstance(edit, Move):
            yield tuple(split(edit.source))
            yield tuple(split(edit.target))
        else:
            yield tuple(split(edit.pointer))


class _Renames(Struct):
    """Keys of a mapping in which a pass renames some keys."""

    parent: JsonObject
    keys: tuple[str, ...]
    names: dict[str, str] = field(default_factory=dict[str, str])

    def reorder(self) -> None:
        """Move each renamed key to the position of its old name."""
        names = [self.names.get(key, key) for key in self.keys]
        ordered = {name: self.parent[name] for name in names if name in self.parent}
        ordered |= self.parent
        self.parent.clear()
        self.parent.update(ordered)


class Patch:
    """Copy-on-write tree: changed nodes are copies, all others are shared."""

    def __init__(self, root: JsonObject, origins: Origins) -> None:
        self._origins = origins
        # Keyed by `id()`; the containers are kept alive, so that no id is reused.
        self._fresh: dict[int, Container] = {}
        self._lists_with_removals: dict[int, JsonArray] = {}
        self._renames: dict[int, _Renames] = {}
        self._root = root

    def apply(self, edits: Iterable[EditOp]) -> tuple[Edit, ...]:
        """Apply the edits of one finding in order and return the changes.

        Raises:
            KeyError: If the place of an edit does not exist, or if the target of a move
                exists already.
        """
        return tuple(record for edit in edits for record in self._apply(edit))

    def finish(self) -> JsonObject:
        """Delete the placeholders of removed list items and return the tree."""
        for items in self._lists_with_removals.values():
            items[:] = [item for item in items if item is not _REMOVED]
        for renames in self._renames.values():
            renames.reorder()
        return self._root

    def _apply(self, edit: EditOp) -> tuple[Edit, ...]:
        if isinstance(edit, Put):
            return (self._put(edit),)
        if isinstance(edit, Remove):
            return (Edit(edit.pointer, self._remove(edit.pointer), ABSENT),)
        return self._move(edit)

    def _put(self, edit: Put) -> Edit:
        before = self._lookup(edit.pointer)
        origin = before if edit.origin is None else self._lookup(edit.origin)
        value = edit.value
        if isinstance(value, dict | list):
            value = value.copy()
            # A replacement is located at the object that it replaces, or at the object
            # named by `origin`; any other value at the place that it was taken from.
            source = origin if isinstance(origin, dict | list) else edit.value
            if isinstance(source, dict | list):
                self._origins.derive(value, source)
        return Edit(self._set(edit.pointer, value), before, value)

    def _move(self, edit: Move) -> tuple[Edit, ...]:
        if not isinstance(self._lookup(edit.target), Absent):
            raise KeyError(f"{edit.target} already exists")
        *source_parents, old = split(edit.source)
        *target_parents, new = split(edit.target)
        parent = self._open(source_parents)
        if source_parents == target_parents and isinstance(parent, dict):
            renames = self._renames.setdefault(
                id(parent), _Renames(parent, tuple(parent))
            )
            renames.names[old] = new
        value = self._remove(edit.source)
        self._set(edit.target, value)
        return (Edit(edit.source, value, ABSENT), Edit(edit.target, ABSENT, value))

    def _remove(self, pointer: str) -> JsonValue:
        *parents, last = split(pointer)
        parent = self._open(parents)
        if isinstance(parent, dict):
            return parent.pop(last)
        value = parent[int(last)]
        parent[int(last)] = _REMOVED
        self._lists_with_removals[id(parent)] = parent
        return value

    def _set(self, pointer: str, value: JsonValue) -> str:
        """Set a value and return its pointer, with the index of an appended item."""
        *parents, last = split(pointer)
        parent = self._open(parents)
        if isinstance(parent, list) and last == _APPEND:
            parent.append(value)
            return join("", *parents, len(parent) - 1)
        _set_child(parent, last, value)
        return pointer

    def _open(self, tokens: list[str]) -> Container:
        """Return a copy of the container at `tokens` that this pass may mutate."""
        root = self._own(self._root)
        if isinstance(root, dict):
            self._root = root
        node: Container = root
        for token in tokens:
            child = _child(node, token)
            if not isinstance(child, dict | list):
                raise KeyError(join("", *tokens))
            child = self._own(child)
            _set_child(node, token, child)
            node = child
        return node

    def _own(self, node: Container) -> Container:
        if id(node) in self._fresh:
            return node
        copy = node.copy()
        self._fresh[id(copy)] = copy
        self._origins.derive(copy, node)
        return copy

    def _lookup(self, pointer: str) -> MaybeJson:
        node: MaybeJson = self._root
        for token in split(pointer):
            if not isinstance(node, dict | list):
                return ABSENT
            node = _child(node, token)
        return node


def _child(node: Container, token: str) -> MaybeJson:
    if isinstance(node, dict):
        return node.get(token, ABSENT)
    if token.isdigit() and int(token) < len(node):
        child = node[int(token)]
        return ABSENT if child is _REMOVED else child
    return ABSENT


def _set_child(node: Container, token: str, value: JsonValue) -> None:
    if isinstance(node, dict):
        node[token] = value
    else:
        node[int(token)] = value
