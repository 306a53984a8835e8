"""Types as Python annotations: the parts shared by responses and requests."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Final

from ...model.types import (
    Choice,
    ListOf,
    MapOf,
    Record,
    Scalar,
    ScalarKind,
    TupleOf,
    UnionOf,
)
from ...text.pysource import (
    Code,
    code,
    join,
    literal,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ...model.types import TypeId
    from .imports import ModuleImports
    from .library import TypeLibrary

_NONE: Final = code("None")
_UNKNOWN: Final = (code("Any"), code("object"), code("builtins.object"))
_DATETIMES: Final = {
    ScalarKind.DATE: "date",
    ScalarKind.DATETIME: "datetime",
    ScalarKind.TIME: "time",
}
_BUILTINS: Final = {
    ScalarKind.STRING: "str",
    ScalarKind.INTEGER: "int",
    ScalarKind.NUMBER: "float",
    ScalarKind.BOOLEAN: "bool",
    ScalarKind.BYTES: "bytes",
    # JSON has no raw bytes; the encoding of the string depends on the API.
    ScalarKind.BINARY: "str",
    # A duration may have months and years, which no Python type can represent.
    ScalarKind.DURATION: "str",
}
# Real types are never nested this deeply, and type checkers do not support it.
DEEPEST: Final = 30
"""Maximum nesting depth of lists and maps in annotations."""


def is_url_safe(item: Scalar) -> bool:
    """Return whether bytes are encoded in the URL-safe alphabet of RFC 4648, section 5."""
    return item.kind is ScalarKind.BYTES and item.format == "base64url"


class AnnotationWriter(ABC):
    """Writer of the annotations of one module, which also collects their imports."""

    def __init__(
        self,
        library: TypeLibrary,
        imports: ModuleImports,
        opaque: Collection[TypeId] = (),
    ) -> None:
        """Initialize the writer.

        Args:
            library: The types, with the modules that define them.
            imports: The imports of the module.
            opaque: Aliases that refer back to the alias being written, which therefore
                cannot refer to them.
        """
        self.library = library
        self.imports = imports
        self._opaque = opaque
        self._depth = 0

    @abstractmethod
    def unknown(self) -> Code:
        """Return the annotation of an unknown type."""

    @abstractmethod
    def _reference(self, type_id: TypeId) -> list[Code] | None:
        """Return the alternatives of a type that has a definition; None without one."""

    @abstractmethod
    def _scalar(self, item: Scalar) -> list[Code]: ...

    @abstractmethod
    def _list_of(self, items: Code) -> Code: ...

    @abstractmethod
    def _map_of(self, values: Code) -> Code: ...

    def annotation(self, type_id: TypeId, *, nullable: bool = False) -> Code:
        """Return the annotation of a value of a type."""
        mark = self.imports.mark()
        return self.united(self.parts(type_id), mark, nullable=nullable)

    def shape(self, type_id: TypeId) -> Code:
        """Return the expanded type, for which `annotation` would return its name."""
        mark = self.imports.mark()
        return self.united(self._shape(type_id), mark)

    def parts(self, type_id: TypeId) -> list[Code]:
        """Return the members of the union that annotates a type."""
        if type_id in self._opaque:
            return [self.unknown()]
        known = self._reference(type_id)
        return self._shape(type_id) if known is None else known

    def _shape(self, type_id: TypeId) -> list[Code]:
        if self._depth > DEEPEST:
            return [self.unknown()]
        self._depth += 1
        try:
            return self._shape_of(type_id)
        finally:
            self._depth -= 1

    def _shape_of(self, type_id: TypeId) -> list[Code]:
        match self.library.type(type_id):
            case Scalar() as item:
                return self._scalar(item)
            case Choice() as item:
                return self._choice(item)
            case ListOf() as item:
                inner = self.annotation(item.items, nullable=item.nullable_items)
                return [self._list_of(inner)]
            case TupleOf() as item:
                return [self._tuple_of(item)]
            case MapOf() as item:
                inner = self.annotation(item.values, nullable=item.nullable_values)
                return [self._map_of(inner)]
            case UnionOf(members=members):
                return [part for member in members for part in self.parts(member)]
            case Record():
                return [self._map_of(self.unknown())]

    def _tuple_of(self, item: TupleOf) -> Code:
        mark = self.imports.mark()
        flags = item.nullable_items or (False,) * len(item.items)
        parts = [
            self.annotation(part, nullable=nullable)
            for part, nullable in zip(item.items, flags, strict=True)
        ]
        if item.rest is not None:
            parts.append(self.annotation(item.rest, nullable=item.nullable_rest))
        elif parts:
            return self._of(self.imports.builtin("tuple"), *parts)
        return self._list_of(self.united(parts, mark))

    def united(
        self, parts: Iterable[Code], mark: int, *, nullable: bool = False
    ) -> Code:
        """Return the union of alternatives, without duplicates.

        If one of them is unknown, the whole union is unknown.

        Args:
            parts: The alternatives.
            mark: The mark of the imports before any of the alternatives was written.
            nullable: Whether to add `None`.
        """
        distinct = list(dict.fromkeys(parts))
        if not distinct or any(map(self.is_unknown, distinct)):
            self.imports.restore(mark)
            return self.unknown()
        if nullable or _NONE in distinct:
            distinct = [part for part in distinct if part != _NONE] + [_NONE]
        return distinct[0] if len(distinct) == 1 else join(" | ", distinct)

    @staticmethod
    def is_unknown(annotation: Code) -> bool:
        """Return whether an annotation is that of an unknown type."""
        return annotation in _UNKNOWN

    def literal_of(self, item: Choice) -> Code:
        """Return the values of an enumeration as a `Literal`."""
        values = join(", ", [literal(value) for value in item.values])
        return code(
            "{literal}[{values}]", literal=self.imports.typing("Literal"), values=values
        )

    @abstractmethod
    def _choice(self, item: Choice) -> list[Code]:
        """Return the alternatives of an unnamed enumeration."""

    def kinds_of(self, item: Choice) -> list[Code]:
        """Return the types of the values of an enumeration."""
        kinds = {type(value) for value in item.values}
        builtin = self.imports.builtin
        found: list[Code] = []
        if str in kinds or item.kind is ScalarKind.STRING:
            found.append(builtin("str"))
        if int in kinds and float not in kinds and item.kind is not ScalarKind.NUMBER:
            found.append(builtin("int"))
        if float in kinds or item.kind is ScalarKind.NUMBER:
            found.append(builtin("float"))
        if bool in kinds or item.kind is ScalarKind.BOOLEAN:
            found.append(builtin("bool"))
        return found or [self.unknown()]

    def _plain_scalar(self, kind: ScalarKind) -> Code:
        if kind is ScalarKind.NULL:
            return _NONE
        if kind is ScalarKind.UUID:
            return self.imports.uuid()
        if kind in _DATETIMES:
            return self.imports.datetime(_DATETIMES[kind])
        return self.imports.builtin(_BUILTINS[kind])

    @staticmethod
    def _of(generic: Code, *inner: Code) -> Code:
        return code("{generic}[{inner}]", generic=generic, inner=join(", ", inner))
