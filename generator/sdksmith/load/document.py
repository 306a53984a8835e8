"""The document that the stages hand to one another."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field
from msgspec.structs import replace

from ..diagnostics import Location
from ..jsondata import Container

if TYPE_CHECKING:
    from ..jsondata import JsonObject, JsonValue

_INDEX = re.compile(r"0|[1-9][0-9]{0,8}")
"""An array index; RFC 6901, section 4, but no longer than any array."""


class Dialect(StrEnum):
    """The specification a document is written in."""

    SWAGGER_20 = "2.0"
    OPENAPI_30 = "3.0"
    OPENAPI_31 = "3.1"
    OPENAPI_32 = "3.2"


class Positions(Protocol):
    """Finds where the value at a JSON Pointer stands in the source text."""

    def find(self, pointer: str) -> tuple[int, int]:
        """Return the line and column (from 1) of the nearest place to `pointer`."""
        ...


class Origins(Struct):
    """Remembers which source node a changed node came from.

    The trees of a document are never mutated: a stage that changes a node makes a new
    one and says here what it was made from. A node is known by its identity; every node
    named here is kept alive by the map, so that an identity is never used twice.
    """

    _sources: dict[int, tuple[Container, Container]] = field(
        default_factory=dict[int, tuple[Container, Container]]
    )

    def derive(self, new: Container, old: Container) -> None:
        """Say that `new` was made from `old`."""
        self._sources[id(new)] = (new, old)

    def source(self, node: Container) -> Container:
        """Return the node of the source tree that `node` was made from, or `node`."""
        while (entry := self._sources.get(id(node))) is not None:
            node = entry[1]
        return node


class Source(Struct, frozen=True):
    """Where a document came from.

    Attributes:
        name: What the user calls it: a path, a URL, or `<stdin>`.
        data: The bytes as read.
        root: The tree as parsed, before any change; of the entry document an object.
        positions: Finds pointers of `root` in the text.
    """

    name: str
    data: bytes
    root: Container
    positions: Positions

    def location(self, pointer: str) -> Location:
        """Return the nearest place to a pointer of `root`."""
        line, column = self.positions.find(pointer)
        return Location(self.name, line, column, pointer)


class _Place(Struct, frozen=True):
    """A container of a source tree."""

    source: Source
    pointer: str
    node: Container

    def child(self, token: str) -> _Place | None:
        """Return the child of a key, itself for one that is no container."""
        try:
            node = child(self.node, token)
        except KeyError:
            return None
        pointer = join(self.pointer, token)
        return _Place(
            self.source, pointer, node if isinstance(node, dict | list) else self.node
        )


class _PlaceIndex(Struct):
    """The place of each container of the source trees, built at first use."""

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
            # A YAML anchor puts one node in several places: the first one counts.
            if not isinstance(value, dict | list) or id(value) in places:
                continue
            places[id(value)] = _Place(source, pointer, value)
            stack.extend(reversed([(v, join(pointer, k)) for k, v in entries(value)]))


class Document(Struct, frozen=True):
    """An API description as plain data, with the way back to its source text.

    Attributes:
        root: The tree. It is shared between documents and must not be changed.
        dialect: The specification that `root` follows.
        source: The text it was read from.
        parts: The other files that nodes of it were read from, in the order of reading.
    """

    root: JsonObject
    dialect: Dialect
    source: Source
    origins: Origins = field(default_factory=Origins)
    parts: tuple[Source, ...] = ()
    _index: list[_PlaceIndex] = field(default_factory=list[_PlaceIndex])

    def with_root(self, root: JsonObject, dialect: Dialect | None = None) -> Document:
        """Return the document with another tree, of which `origins` knows the changes."""
        return replace(self, root=root, dialect=dialect or self.dialect)

    def with_parts(self, root: JsonObject, parts: tuple[Source, ...]) -> Document:
        """Return the document with a tree that has nodes of other files as well."""
        return replace(self, root=root, parts=parts, _index=[])

    def locate(self, pointer: str) -> Location:
        """Return the place in the source text of the value at `pointer` in `root`.

        A place that a repair or the upgrade made is reported where what it was made
        from stands, in whichever file that is; one that has no source at all, where the
        nearest parent stands.
        """
        place = self._find(pointer)
        return place.source.location(place.pointer)

    def _find(self, pointer: str) -> _Place:
        if not self._index:
            self._index.append(_PlaceIndex((self.source, *self.parts)))
        index = self._index[0]
        node: JsonValue = self.root
        # `exact` says that `node` has its place at `best`, and not only a parent.
        best, exact = _Place(self.source, "", self.source.root), True
        for token in split(pointer):
            try:
                node = child(node, token)
            except KeyError:
                return best
            below = best.child(token) if exact else None
            if not isinstance(node, dict | list):
                # A scalar has no identity: it stands where its parent has it, if there.
                return below or best
            origin = self.origins.source(node)
            if below is not None and below.node is origin:
                # Preferred to the index, which knows one place of an aliased node.
                best = below
                continue
            known = index.find(origin)
            exact = known is not None
            best = known or best
        return best


def entries(value: Container) -> list[tuple[str | int, JsonValue]]:
    """Return the children of a container with their keys or indexes, in order."""
    if isinstance(value, dict):
        return list(value.items())
    return list(enumerate(value))


def join(pointer: str, *tokens: str | int) -> str:
    """Return `pointer` with reference tokens appended (RFC 6901, section 3)."""
    for token in tokens:
        pointer += "/" + str(token).replace("~", "~0").replace("/", "~1")
    return pointer


def split(pointer: str) -> list[str]:
    """Return the reference tokens of a JSON Pointer (RFC 6901, section 4)."""
    if not pointer:
        return []
    parts = pointer[1:].split("/")
    return [part.replace("~1", "/").replace("~0", "~") for part in parts]


def child(node: JsonValue, token: str) -> JsonValue:
    """Return the value that one reference token names in `node`.

    Raises:
        KeyError: Nothing is there.
    """
    if isinstance(node, dict):
        return node[token]
    if isinstance(node, list) and _INDEX.fullmatch(token) and int(token) < len(node):
        return node[int(token)]
    raise KeyError(token)


def resolve(root: JsonValue, pointer: str) -> JsonValue:
    """Return the value at a JSON Pointer.

    Raises:
        KeyError: Nothing is there.
    """
    node = root
    for token in split(pointer):
        node = child(node, token)
    return node
