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
        root: The tree as parsed, before any change.
        positions: Finds pointers of `root` in the text.
    """

    name: str
    data: bytes
    root: JsonObject
    positions: Positions


class _PointerIndex(Struct):
    """The pointer of each container of a source tree, built at first use."""

    root: JsonObject
    _pointers: dict[int, str] | None = None

    def pointer(self, node: Container) -> str | None:
        if self._pointers is None:
            self._pointers = {}
            stack: list[tuple[JsonValue, str]] = [(self.root, "")]
            while stack:
                value, pointer = stack.pop()
                if not isinstance(value, dict | list):
                    continue
                # A YAML anchor puts one node in several places: the first one counts.
                if self._pointers.setdefault(id(value), pointer) != pointer:
                    continue
                stack.extend(
                    reversed([(v, join(pointer, k)) for k, v in entries(value)])
                )
        return self._pointers.get(id(node))


class Document(Struct, frozen=True):
    """An API description as plain data, with the way back to its source text.

    Attributes:
        root: The tree. It is shared between documents and must not be changed.
        dialect: The specification that `root` follows.
        source: The text it was read from.
    """

    root: JsonObject
    dialect: Dialect
    source: Source
    origins: Origins = field(default_factory=Origins)
    _index: list[_PointerIndex] = field(default_factory=list[_PointerIndex])

    def with_root(self, root: JsonObject, dialect: Dialect | None = None) -> Document:
        """Return the document with another tree, of which `origins` knows the changes."""
        return replace(self, root=root, dialect=dialect or self.dialect)

    def locate(self, pointer: str) -> Location:
        """Return the place in the source text of the value at `pointer` in `root`.

        A place that a repair or the upgrade made is reported where what it was made
        from stands; one that has no source at all, where the nearest parent stands.
        """
        source_pointer = self._source_pointer(pointer)
        line, column = self.source.positions.find(source_pointer)
        return Location(self.source.name, line, column, source_pointer)

    def _source_pointer(self, pointer: str) -> str:
        if not self._index:
            self._index.append(_PointerIndex(self.source.root))
        index = self._index[0]
        node: JsonValue = self.root
        # `here` is the node at `best` in the source tree; `exact` says that `node` has its
        # place there, and not only a parent.
        best, exact = "", True
        here: Container = self.source.root
        for token in split(pointer):
            try:
                node = child(node, token)
            except KeyError:
                return best
            same = exact and _has_child(here, token)
            if not isinstance(node, dict | list):
                # A scalar has no identity: it stands where its parent has it, if there.
                return join(best, token) if same else best
            origin = self.origins.source(node)
            if same and child(here, token) is origin:
                # Preferred to the index, which knows one place of an aliased node.
                best, here = join(best, token), origin
                continue
            known = index.pointer(origin)
            exact = known is not None
            if known is not None:
                best, here = known, origin
        return best


def _has_child(node: Container, token: str) -> bool:
    try:
        child(node, token)
    except KeyError:
        return False
    return True


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
