"""API document passed between the stages, and its JSON Pointers (RFC 6901)."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from ..json_data import Container
from ..report.diagnostics import Location

if TYPE_CHECKING:
    from ..json_data import JsonObject, JsonValue

_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")
"""An array index (RFC 6901, section 4), limited to nine digits."""


class Dialect(StrEnum):
    """Specification that a document follows."""

    SWAGGER_20 = "2.0"
    OPENAPI_30 = "3.0"
    OPENAPI_31 = "3.1"
    OPENAPI_32 = "3.2"


class Positions(Protocol):
    """Positions of JSON Pointers in a source text."""

    def find(self, pointer: str) -> tuple[int, int]:
        """Return the line and column of `pointer`, or of its nearest existing parent.

        Both are counted from 1.
        """
        ...

    def number_text(self, pointer: str) -> str | None:
        """Return the number at `pointer` as it is written; None for other values."""
        ...


class Origins(Struct):
    """Map from changed nodes to the source nodes that they were made from.

    The trees of a document are never mutated: a stage that changes a node creates a new
    one and records the original here. Nodes are identified by `id()`. The map keeps
    every recorded node alive, so that no id is reused.
    """

    _sources: dict[int, tuple[Container, Container]] = field(
        default_factory=dict[int, tuple[Container, Container]]
    )

    def derive(self, new: Container, old: Container) -> None:
        """Record that `new` was made from `old`."""
        self._sources[id(new)] = (new, old)

    def source(self, node: Container) -> Container:
        """Return the source node that `node` was made from, or `node` if unchanged."""
        while (entry := self._sources.get(id(node))) is not None:
            node = entry[1]
        return node


class Source(Struct, frozen=True):
    """Source of a document: its bytes and the tree parsed from them.

    Attributes:
        name: Name in messages: a path, a URL, or `<stdin>`.
        data: The bytes as read.
        root: The tree as parsed, before any change. An object for the entry document.
        positions: Positions of the pointers of `root` in the text.
    """

    name: str
    data: bytes
    root: Container
    positions: Positions

    def location(self, pointer: str) -> Location:
        """Return the location of a pointer of `root`, or of its nearest parent."""
        line, column = self.positions.find(pointer)
        return Location(self.name, line, column, pointer)


class _Place(Struct, frozen=True):
    """Position of a value in a source tree, with its nearest container."""

    source: Source
    pointer: str
    node: Container

    def child(self, token: str) -> _Place | None:
        """Return the place of a child, or None if it does not exist.

        The place of a scalar keeps the container of the scalar as its `node`.
        """
        try:
            node = child(self.node, token)
        except KeyError:
            return None
        pointer = join(self.pointer, token)
        return _Place(
            self.source, pointer, node if isinstance(node, dict | list) else self.node
        )


class _PlaceIndex(Struct):
    """Place of each container of the source trees, computed on first use."""

    sources: tuple[Source, ...]
    _places: dict[int, _Place] | None = None

    def find(self, node: Container) -> _Place | None:
        if self._places is None:
            self._places = {}
            for source in self.sources:
                self._read(source, self._places)
        return self._places.get(id(node))

    @staticmethod
    def _read(source: Source, places: dict[int, _Place]) -> None:
        stack: list[tuple[JsonValue, str]] = [(source.root, "")]
        while stack:
            value, pointer = stack.pop()
            # A node with a YAML anchor can occur in several places: use the first one.
            if not isinstance(value, dict | list) or id(value) in places:
                continue
            places[id(value)] = _Place(source, pointer, value)
            stack.extend(reversed([(v, join(pointer, k)) for k, v in entries(value)]))


class Document(Struct, frozen=True):
    """API document as plain data, mapped to its source text.

    Attributes:
        root: The tree. It is shared between documents and must not be mutated.
        dialect: Specification that `root` follows.
        source: Source of the entry document.
        origins: Source nodes of the nodes that were changed.
        parts: Other files that nodes of the tree were read from, in reading order.
    """

    root: JsonObject
    dialect: Dialect
    source: Source
    origins: Origins = field(default_factory=Origins)
    parts: tuple[Source, ...] = ()
    _index: list[_PlaceIndex] = field(default_factory=list[_PlaceIndex])

    def with_root(self, root: JsonObject, dialect: Dialect | None = None) -> Document:
        """Return the document with another tree, whose changes `origins` records."""
        return replace(self, root=root, dialect=dialect or self.dialect)

    def with_parts(self, root: JsonObject, parts: tuple[Source, ...]) -> Document:
        """Return the document with a tree that also contains nodes of other files."""
        return replace(self, root=root, parts=parts, _index=[])

    def locate(self, pointer: str) -> Location:
        """Return the location in the source text of the value at `pointer` in `root`.

        A value that a repair or the upgrade created is located where its source node
        is, in whichever file that is. A value without a source node is located at its
        nearest parent.
        """
        place = self._find(pointer)
        return place.source.location(place.pointer)

    def number_text(self, pointer: str) -> str | None:
        """Return the number at `pointer` in `root` as it is written in the source text.

        `1.10` and `010` are equal to other numbers, but are different strings. Returns
        None if the source has no number there.
        """
        place = self._find(pointer)
        return place.source.positions.number_text(place.pointer)

    def _find(self, pointer: str) -> _Place:
        if not self._index:
            self._index.append(_PlaceIndex((self.source, *self.parts)))
        index = self._index[0]
        node: JsonValue = self.root
        # `exact`: `best` is the place of `node`, not only of one of its parents.
        best, exact = _Place(self.source, "", self.source.root), True
        for token in split(pointer):
            try:
                node = child(node, token)
            except KeyError:
                return best
            below = best.child(token) if exact else None
            if not isinstance(node, dict | list):
                # A scalar has no identity: it is located below its parent, if it exists
                # in the source.
                return below or best
            origin = self.origins.source(node)
            if below is not None and below.node is origin:
                # Preferred to the index, which has only one place of an aliased node.
                best = below
                continue
            known = index.find(origin)
            exact = known is not None
            best = known or best
        return best


def entries(value: Container) -> list[tuple[str | int, JsonValue]]:
    """Return the children of a container with their keys or indices, in order."""
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value))


def join(pointer: str, *tokens: str | int) -> str:
    """Return `pointer` with reference tokens appended (RFC 6901, section 3)."""
    for token in tokens:
        text = str(token)
        if "~" in text or "/" in text:
            text = text.replace("~", "~0").replace("/", "~1")
        pointer = f"{pointer}/{text}"
    return pointer


def split(pointer: str) -> list[str]:
    """Return the reference tokens of a JSON Pointer (RFC 6901, section 4)."""
    if not pointer:
        return []
    parts = pointer[1:].split("/")
    if "~" not in pointer:
        return parts
    return [part.replace("~1", "/").replace("~0", "~") for part in parts]


def child(node: JsonValue, token: str) -> JsonValue:
    """Return the child of `node` that one reference token identifies.

    Raises:
        KeyError: If the child does not exist.
    """
    if isinstance(node, dict):
        return node[token]
    if isinstance(node, list) and _INDEX.fullmatch(token) and int(token) < len(node):
        return node[int(token)]
    raise KeyError(token)


def resolve(root: JsonValue, pointer: str) -> JsonValue:
    """Return the value at a JSON Pointer.

    Raises:
        KeyError: If the value does not exist.
    """
    node = root
    for token in split(pointer):
        node = child(node, token)
    return node
