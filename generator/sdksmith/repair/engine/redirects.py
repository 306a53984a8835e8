"""Updates of references whose targets are moved by a repair.

A pointer such as `#/paths/~1parcels/get/parameters/2` consists of keys and indices.
Repairs rename keys and remove list items, which shifts the indices of later items.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from msgspec import Struct, field

from ...load.document import child, entries, join, split
from ...report.diagnostics import Absent
from .rule import Move, Remove, put

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...json_data import Container, JsonObject, JsonValue
    from .context import Context
    from .rule import EditOp, Put

_SAFE = "!$&'()*+,;=:@/?~{}-._"
"""Characters that are valid in the fragment of a URI (RFC 3986, section 3.5), and
braces, which authors do not encode."""


class Redirects(Struct):
    """Moves and removals of one pass.

    Attributes:
        before: The document before the pass.
        moved: New pointers of renamed or moved values, by old pointer.
        removed: Indices of removed items, by pointer of the list.
    """

    before: Context
    moved: dict[str, str] = field(default_factory=dict[str, str])
    removed: dict[str, set[int]] = field(default_factory=dict[str, set[int]])

    def note(self, edits: Iterable[EditOp]) -> None:
        """Record the moves and removals among the edits."""
        for edit in edits:
            if isinstance(edit, Move):
                self.moved[edit.source] = edit.target
            elif isinstance(edit, Remove):
                parent, _, last = edit.pointer.rpartition("/")
                if last.isdigit() and isinstance(self.before.lookup(parent), list):
                    self.removed.setdefault(parent, set()).add(int(last))

    def corrections(self, root: JsonObject) -> Iterator[tuple[str, Put]]:
        """Yield the old pointer of each moved target and the edit of its reference.

        Args:
            root: The tree after the pass.
        """
        if not self.moved and not self.removed:
            return
        for place, ref in _references(root):
            pointer = ref[1:]
            if isinstance(self.before.lookup(pointer), Absent):
                pointer = unquote(pointer)
            cause, target = self._follow(pointer)
            if cause is not None and _exists(root, target):
                is_encoded = "%" in ref or "#" in target
                encoded = quote(target, safe=_SAFE) if is_encoded else target
                yield cause, put(place, f"#{encoded}")

    def _follow(self, pointer: str) -> tuple[str | None, str]:
        """Return the last move along a pointer, and the new pointer.

        The move is identified by its old pointer; it is None if the pointer is
        unchanged.
        """
        cause, old, new = None, "", ""
        for token in split(pointer):
            removed_indexes = self.removed.get(old, set())
            parent, old = old, join(old, token)
            if old in self.moved:
                cause, new = old, self.moved[old]
            elif (
                removed_indexes
                and token.isdigit()
                and any(i < int(token) for i in removed_indexes)
            ):
                cause = join(parent, min(removed_indexes))
                new = join(
                    new, int(token) - sum(i < int(token) for i in removed_indexes)
                )
            else:
                new = join(new, token)
        return cause, new


def _references(root: JsonObject) -> Iterator[tuple[str, str]]:
    """Yield the pointer and value of each local `$ref`."""
    stack: list[tuple[tuple[str | int, ...], Container]] = [((), root)]
    while stack:
        tokens, value = stack.pop()
        ref = value.get("$ref") if isinstance(value, dict) else None
        if isinstance(ref, str) and ref.startswith("#/"):
            yield join("", *tokens, "$ref"), ref
        stack.extend(
            ((*tokens, key), item)
            for key, item in entries(value)
            if isinstance(item, dict | list)
        )


def _exists(root: JsonValue, pointer: str) -> bool:
    node = root
    try:
        for token in split(pointer):
            node = child(node, token)
    except KeyError:
        return False
    return True
