"""Values that are valid by the description, for sample calls."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ..model.types import (
    Choice,
    ListOf,
    MapOf,
    Presence,
    Record,
    Scalar,
    ScalarKind,
    TupleOf,
    UnionOf,
)
from ..text.pysource import Code, code, identifier, join, literal
from .bodies import sent_fields
from .package import ImportView

if TYPE_CHECKING:
    from ..jsondata import JsonScalar
    from ..model.types import Field, TypeId
    from .library import TypeLibrary

_DEEPEST: Final = 8

_TEXTS: Final = {
    ScalarKind.STRING: "x",
    ScalarKind.UNTYPED: "x",
    ScalarKind.ANY: "x",
    ScalarKind.DATE: "2024-01-31",
    ScalarKind.DATETIME: "2024-01-31T12:00:00Z",
    ScalarKind.TIME: "12:00:00",
    ScalarKind.DURATION: "PT1H",
    ScalarKind.UUID: "00000000-0000-4000-8000-000000000000",
}
_SCALARS: Final = {
    **{kind: literal(text) for kind, text in _TEXTS.items()},
    ScalarKind.INTEGER: literal(1),
    ScalarKind.NUMBER: literal(1.5),
    ScalarKind.BOOLEAN: literal(True),
    ScalarKind.NULL: literal(None),
    ScalarKind.BYTES: literal(b"x"),
    ScalarKind.BINARY: literal(b"x"),
}


class SampleWriter:
    """Writes sample values, and collects the imports they need."""

    def __init__(self, library: TypeLibrary, package: str) -> None:
        """Start.

        Args:
            library: The types and where they are defined.
            package: The import package of the client.
        """
        self._library = library
        self._package = identifier(package)
        self._params: set[Code] = set()
        self._open: set[TypeId] = set()

    def imports(self) -> tuple[ImportView, ...]:
        """Return what the samples written so far need."""
        if not self._params:
            return ()
        module = code("{package}.params", package=self._package)
        return (ImportView(module, tuple(sorted(self._params))),)

    def value(self, type_id: TypeId, depth: int = 0, *, filled: bool = False) -> Code:
        """Return the source of a value of a type.

        Args:
            type_id: The type.
            depth: How deep in another value it stands.
            filled: Whether an object must hold something.
        """
        if depth > _DEEPEST or type_id in self._open:
            return literal("x")
        self._open.add(type_id)
        made = self._make(type_id, depth, filled=filled)
        self._open.discard(type_id)
        return made

    def _make(self, type_id: TypeId, depth: int, *, filled: bool) -> Code:
        match self._library.type(type_id):
            case Scalar(kind=kind):
                return _SCALARS[kind]
            case Choice() as item:
                return literal(sample_choice(item))
            case ListOf(items=inner):
                return code("[{item}]", item=self.value(inner, depth + 1))
            case TupleOf() as item:
                return self._tuple(item, depth)
            case MapOf(values=inner):
                return code(
                    "{{{key}: {value}}}", key=_KEY, value=self.value(inner, depth + 1)
                )
            case UnionOf() as item:
                return self._member(item, depth)
            case Record() as item:
                return self._object(item, depth, filled=filled)

    def _tuple(self, item: TupleOf, depth: int) -> Code:
        parts = [self.value(part, depth + 1) for part in item.items]
        if item.rest is not None:
            return code("[{parts}]", parts=join(", ", parts))
        comma = code(",") if len(parts) == 1 else code("")
        return code("({parts}{comma})", parts=join(", ", parts), comma=comma)

    def _object(self, item: Record, depth: int, *, filled: bool) -> Code:
        entries = [
            code("{key}: {value}", key=literal(field.name), value=value)
            for field in sample_fields(item, filled=filled)
            for value in [self.value(field.type, depth + 1)]
        ]
        return code("{{{entries}}}", entries=join(", ", entries))

    def _member(self, item: UnionOf, depth: int) -> Code:
        """Return a value of one member, so that type checkers see which one."""
        chosen = sample_member(self._library, item)
        members = flat_members(self._library, item)
        value = self.value(chosen, depth + 1)
        described = self._library.type(chosen)
        name = self._library.names.params.get(chosen)
        if not isinstance(described, Record) or name is None or len(members) == 1:
            return value
        # Several TypedDicts may fit one dict display; the name says which is meant.
        made = identifier(name)
        self._params.add(made)
        return code("{name}({value})", name=made, value=value)


_KEY: Final = literal("x")


def sample_text(kind: ScalarKind) -> str:
    """Return the text of a scalar that has one in JSON."""
    return _TEXTS.get(kind, "x")


def sample_choice(item: Choice) -> JsonScalar:
    """Return a value of an enumeration, one that a path can hold if there is one."""
    usable = (value for value in item.values if value not in {"", ".", ".."})
    return next(usable, item.values[0] if item.values else "x")


def sample_fields(item: Record, *, filled: bool) -> tuple[Field, ...]:
    """Return the fields of a sample object.

    Args:
        item: The type.
        filled: Whether it must have one, even if none is required.
    """
    fields = sent_fields(item)
    required = tuple(f for f in fields if f.presence is Presence.REQUIRED)
    return required or fields[:1] if filled else required


def sample_member(library: TypeLibrary, item: UnionOf) -> TypeId:
    """Return the member of a union that samples are made of: a scalar if there is one."""
    members = flat_members(library, item)
    scalars = (m for m in members if isinstance(library.type(m), Scalar | Choice))
    return next(scalars, members[0])


def flat_members(library: TypeLibrary, item: UnionOf) -> list[TypeId]:
    """Return the members of a union and of the unions among them."""
    found: dict[TypeId, None] = {}
    seen: set[TypeId] = set()
    stack = list(item.members)[::-1]
    while stack:
        type_id = stack.pop()
        if type_id in seen:
            continue
        seen.add(type_id)
        member = library.type(type_id)
        if isinstance(member, UnionOf):
            stack.extend(reversed(member.members))
        else:
            found[type_id] = None
    return list(found)
