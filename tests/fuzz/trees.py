"""Places of JSON documents, and changes to them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, NamedTuple

from sdksmith.load.document import entries

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sdksmith.json_data import Container, JsonValue

Path = tuple[str | int, ...]
"""Keys and indexes from the root to a value."""


class Place(NamedTuple):
    """Place of a value in a document.

    Attributes:
        holder: Object or array that contains the value.
        path: Path from the root; its last element is the key or index in the holder.
    """

    holder: Container
    path: Path

    @property
    def key(self) -> str | int:
        """Key or index in the holder."""
        return self.path[-1]

    @property
    def value(self) -> JsonValue:
        """Value at the place."""
        if isinstance(self.holder, dict):
            return self.holder[str(self.key)]
        return self.holder[int(self.key)]

    def put(self, value: JsonValue) -> None:
        """Replace the value."""
        if isinstance(self.holder, dict):
            self.holder[str(self.key)] = value
        else:
            self.holder[int(self.key)] = value

    def take_out(self) -> JsonValue:
        """Remove and return the value."""
        if isinstance(self.holder, dict):
            return self.holder.pop(str(self.key))
        return self.holder.pop(int(self.key))

    def rename(self, key: str) -> None:
        """Replace the key in an object; the order of the keys does not change."""
        if isinstance(self.holder, dict) and key != self.key:
            renamed = {
                key if old == self.key else old: value
                for old, value in self.holder.items()
                if old != key
            }
            self.holder.clear()
            self.holder.update(renamed)


def find_places(root: JsonValue) -> Iterator[Place]:
    """Yield the places of all values below the root, parents first."""
    pending: list[tuple[JsonValue, Path]] = [(root, ())]
    while pending:
        node, path = pending.pop()
        if isinstance(node, dict | list):
            for key, value in entries(node):
                yield Place(node, (*path, key))
                pending.append((value, (*path, key)))


def find_place(root: JsonValue, path: Path) -> Place | None:
    """Return a place by its path, or None if it does not exist."""
    node = root
    for key in path[:-1]:
        if isinstance(node, dict) and key in node:
            node = node[str(key)]
        elif isinstance(node, list) and isinstance(key, int) and key < len(node):
            node = node[key]
        else:
            return None
    if isinstance(node, dict) and path[-1] in node:
        return Place(node, path)
    if isinstance(node, list) and isinstance(path[-1], int) and path[-1] < len(node):
        return Place(node, path)
    return None


def pointer_of(path: Path) -> str:
    """Return the JSON Pointer of a path (RFC 6901)."""
    return "".join(f"/{escape_token(str(key))}" for key in path)


def escape_token(text: str) -> str:
    """Return a token of a JSON Pointer (RFC 6901, section 3)."""
    return text.replace("~", "~0").replace("/", "~1")


def dump(root: JsonValue) -> bytes:
    """Return a document as JSON in ASCII; lone surrogates are escaped."""
    return json.dumps(root, indent=1).encode("ascii")


def copy_tree(root: JsonValue) -> JsonValue:
    """Return a copy of a document."""
    if isinstance(root, dict):
        return {key: copy_tree(value) for key, value in root.items()}
    if isinstance(root, list):
        return [copy_tree(value) for value in root]
    return root
