"""Document that the rules check, with cached lookups."""

from __future__ import annotations

from enum import IntEnum
from typing import TYPE_CHECKING, Final, TypeVar, cast
from urllib.parse import unquote

from msgspec import Struct, field

from ...load.document import Dialect
from ...load.document import resolve as resolve_pointer
from ...report.diagnostics import ABSENT, Absent

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...json_data import JsonObject, JsonValue
    from ...report.diagnostics import MaybeJson

T = TypeVar("T")


class Reach(IntEnum):
    """Extent of the values that a check has read, in ascending order.

    A check that has read more than the value of its node can have other findings while
    the value does not change.
    """

    VALUE = 0
    """Only the value of the node."""
    DOCUMENT = 1
    """Also other parts of the document, but not where the node is."""
    PLACE = 2
    """Also where the node is: its pointer or its parents."""


_DOCUMENT: Final = Reach.DOCUMENT


class Reads(Struct):
    """Record of what a check has read.

    Attributes:
        reach: The most that it has read.
    """

    reach: Reach = Reach.VALUE

    def include_document(self) -> None:
        """Note that other parts of the document were read."""
        self.reach = max(self.reach, _DOCUMENT)


class Context(Struct, frozen=True):
    """Document that a node belongs to, in its state during a pass.

    Attributes:
        tree: The whole tree, which must not be mutated. Rules use `root`.
        dialect: Specification that `root` follows.
        name: Name of the document as the user gave it: a path, a URL, `<stdin>`.
        number_text: Returns the number at a pointer as it is written in the source
            text, or None.
        reads: What the current check has read.
    """

    tree: JsonObject
    dialect: Dialect
    name: str
    number_text: Callable[[str], str | None] = lambda _: None
    reads: Reads = field(default_factory=Reads)
    _known: dict[str, MaybeJson] = field(default_factory=dict[str, "MaybeJson"])
    _ends: dict[str, JsonValue] = field(default_factory=dict[str, "JsonValue"])
    _computed: dict[object, object] = field(default_factory=dict[object, object])

    @property
    def root(self) -> JsonObject:
        """The whole tree, which must not be mutated."""
        self.reads.include_document()
        return self.tree

    @property
    def is_swagger(self) -> bool:
        """Whether the document is Swagger 2.0."""
        return self.dialect is Dialect.SWAGGER_20

    def lookup(self, pointer: str) -> MaybeJson:
        """Return the value at a JSON Pointer, or `ABSENT`."""
        self.reads.include_document()
        # Cached: several rules follow each reference, and many references are equal.
        found = self._known.get(pointer)
        if found is None:
            try:
                found = resolve_pointer(self.tree, pointer)
            except KeyError:
                found = ABSENT
            self._known[pointer] = found
        return found

    def resolve(self, ref: JsonValue) -> JsonValue:
        """Return the target of a local `$ref`, following further references.

        Returns None if the target does not exist, is in another document, or if the
        references form a cycle.
        """
        # The end of a chain is kept for all of its references, so following each of them
        # takes linear time.
        self.reads.include_document()
        seen: dict[str, None] = {}
        end: JsonValue = None
        while isinstance(ref, str) and ref.startswith("#") and ref not in seen:
            if ref in self._ends:
                end = self._ends[ref]
                break
            seen[ref] = None
            target = self.lookup(ref[1:])
            if isinstance(target, Absent):
                target = self.lookup(unquote(ref[1:]))
            if isinstance(target, Absent):
                break
            if not (isinstance(target, dict) and isinstance(target.get("$ref"), str)):
                end = target
                break
            ref = target["$ref"]
        self._ends.update(dict.fromkeys(seen, end))
        return end

    def compute(self, function: Callable[[Context], T]) -> T:
        """Return a value that depends only on the document, computed once."""
        self.reads.include_document()
        if function not in self._computed:
            self._computed[function] = function(self)
        return cast("T", self._computed[function])
