"""Lines and columns in YAML text, computed on demand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct, field
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ..document import child, split
from ..tracing import Children, Entry, trace
from .nodes import (
    PLAIN,
    children_of,
    is_merge,
    key_text,
    new_composer,
    pairs_of,
    start_of,
    text_of,
)
from .scalars import read_plain_scalar

if TYPE_CHECKING:
    from ...json_data import JsonValue
    from ..source_text import SourceText
    from .events import EventTree


class YamlPositions(Struct):
    """Positions of the pointers of valid YAML text.

    The nodes are composed again on the first lookup instead of being kept, because they
    take ten times the memory of the data.

    Attributes:
        source: The text.
        ordinal: Index of the YAML document in the text, counted from 0.
    """

    source: SourceText
    ordinal: int
    _roots: list[Node] = field(default_factory=list[Node])
    _entries: dict[int, Children[Node]] = field(
        default_factory=dict[int, Children[Node]]
    )

    def find(self, pointer: str) -> tuple[int, int]:
        """Return the line and column of the key or item, or of the nearest parent."""
        return self.source.place(self._trace(pointer)[-1].start)

    def number_text(self, pointer: str) -> str | None:
        """Return the number at `pointer` as it is written; None for other values."""
        node = self._trace(pointer)[-1].value
        if not isinstance(node, ScalarNode) or node.tag != PLAIN:
            return None
        text = text_of(node)
        value = read_plain_scalar(text)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        return text if is_number else None

    def places(self, pointer: str) -> list[tuple[int, int]]:
        """Return all positions of the last key of `pointer`, in order."""
        return [self.source.place(entry.start) for entry in self._trace(pointer)]

    def _trace(self, pointer: str) -> list[Entry[Node]]:
        if not self._roots:
            self._roots.append(self._compose())
        root = self._roots[0]
        return trace(Entry(start_of(root), root), pointer, self._children)

    def _compose(self) -> Node:
        composer = new_composer(self.source.text)
        node: Node | None = None
        for _ in range(self.ordinal + 1):
            composer.check_node()
            node = composer.get_node()
        if node is None:
            raise LookupError(self.ordinal)
        return node

    def _children(self, node: Node) -> Children[Node]:
        if id(node) not in self._entries:
            self._entries[id(node)] = self._read_entries(node)
        return self._entries[id(node)]

    def _read_entries(self, node: Node) -> Children[Node]:
        entries: Children[Node] = {}
        merged: list[Node] = []
        if isinstance(node, SequenceNode):
            for index, item in enumerate(children_of(node)):
                entries[str(index)] = [Entry(start_of(item), item)]
        elif isinstance(node, MappingNode):
            for key, value in pairs_of(node):
                entry = Entry(start_of(key), value)
                entries.setdefault(key_text(key, self.source.text), []).append(entry)
                if is_merge(key):
                    merged.append(value)
        for value in merged:
            sources = children_of(value) if isinstance(value, SequenceNode) else [value]
            for source in sources:
                for token, found in self._children(source).items():
                    entries.setdefault(token, found)
        return entries


class EventPositions(Struct):
    """Positions of the pointers of text that was read without a composer.

    Attributes:
        source: The text.
        tree: The data and the offsets of its values.
    """

    source: SourceText
    tree: EventTree
    _starts: dict[int, dict[str, int]] = field(
        default_factory=dict[int, "dict[str, int]"]
    )
    _composed: list[YamlPositions] = field(default_factory=list[YamlPositions])

    def find(self, pointer: str) -> tuple[int, int]:
        """Return the line and column of the key or item, or of the nearest parent."""
        value: JsonValue = self.tree.root
        offset = self.tree.start
        for token in split(pointer):
            start = self._starts_in(value).get(token)
            if start is None:
                break
            offset = start
            value = child(value, token)
        return self.source.place(offset)

    def number_text(self, pointer: str) -> str | None:
        """Return the number at `pointer` as it is written; None for other values."""
        # Rarely needed: when a number is converted to a string.
        if not self._composed:
            self._composed.append(YamlPositions(self.source, 0))
        return self._composed[0].number_text(pointer)

    def places(self, pointer: str) -> list[tuple[int, int]]:
        """Return the position of `pointer`: no key is repeated."""
        return [self.find(pointer)]

    def _starts_in(self, value: JsonValue) -> dict[str, int]:
        if not isinstance(value, dict | list):
            return {}
        found = self._starts.get(id(value))
        if found is None:
            keys = value if isinstance(value, dict) else map(str, range(len(value)))
            found = dict(zip(keys, self.tree.starts[id(value)], strict=True))
            self._starts[id(value)] = found
        return found
