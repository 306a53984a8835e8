"""Types as annotations: the parts shared by responses and requests."""

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
from ...text.pysource import literal
from ..expressions import (
    ANY,
    BOOL,
    BYTES,
    DATE,
    DATETIME,
    DECIMAL,
    FLOAT,
    INT,
    LITERAL,
    NONE,
    OBJECT,
    STR,
    TIME,
    TUPLE,
    UUID,
    Generic,
    Symbol,
    union,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from ...model.types import TypeId
    from ..expressions import Expression
    from .library import TypeLibrary

_UNKNOWN: Final = (ANY, OBJECT)
_SCALARS: Final = {
    ScalarKind.NULL: NONE,
    ScalarKind.STRING: STR,
    ScalarKind.INTEGER: INT,
    ScalarKind.NUMBER: FLOAT,
    ScalarKind.BOOLEAN: BOOL,
    ScalarKind.DATE: DATE,
    ScalarKind.DATETIME: DATETIME,
    ScalarKind.TIME: TIME,
    ScalarKind.UUID: UUID,
    ScalarKind.BYTES: BYTES,
    ScalarKind.BASE64URL: BYTES,
    ScalarKind.PADDED_BASE64URL: BYTES,
    ScalarKind.DECIMAL: DECIMAL,
    ScalarKind.DECIMAL_NUMBER: DECIMAL,
    # JSON has no raw bytes; the encoding of the string depends on the API.
    ScalarKind.BINARY: STR,
}
# Real types are never nested this deeply, and type checkers do not support it.
DEEPEST: Final = 30
"""Maximum nesting depth of lists and maps in annotations."""


def plain_scalar(kind: ScalarKind) -> Symbol:
    """Return the type of the values of a kind of scalar."""
    return _SCALARS[kind]


class AnnotationPlanner(ABC):
    """Planner of the annotations of types.

    An annotation does not depend on the module that uses it, so it is planned once.

    Attributes:
        library: The types, with the modules that define them.
        number: Type of the values of `type: number`.
    """

    def __init__(self, library: TypeLibrary, opaque: Collection[TypeId] = ()) -> None:
        """Initialize the planner.

        Args:
            library: The types, with the modules that define them.
            opaque: Aliases that refer back to the alias being planned, which therefore
                cannot refer to them.
        """
        self.library = library
        self.number: Symbol = FLOAT
        self._opaque = opaque
        self._depth = 0
        self._planned: dict[tuple[TypeId | ScalarKind, bool], Expression] = {}
        # Equal annotations are one object, which is rendered once in each module.
        self._united: dict[tuple[tuple[Expression, ...], bool], Expression] = {}

    @abstractmethod
    def unknown(self) -> Symbol:
        """Return the annotation of an unknown type."""

    @abstractmethod
    def _reference(self, type_id: TypeId) -> list[Expression] | None:
        """Return the alternatives of a type that has a definition; None without one."""

    @abstractmethod
    def _scalar(self, item: Scalar) -> list[Expression]:
        """Return the alternatives of a scalar, which depend only on its kind."""

    @abstractmethod
    def _list_of(self, items: Expression) -> Expression: ...

    @abstractmethod
    def _map_of(self, values: Expression) -> Expression: ...

    def annotation(self, type_id: TypeId, *, nullable: bool = False) -> Expression:
        """Return the annotation of a value of a type."""
        if self._depth:  # the result depends on the depth
            return self.united(self.parts(type_id), nullable=nullable)
        item = self.library.api.types[type_id]
        # Scalars have no definitions, and there are thousands of them of 20 kinds.
        key = (item.kind if isinstance(item, Scalar) else type_id), nullable
        known = self._planned.get(key)
        if known is None:
            known = self.united(self.parts(type_id), nullable=nullable)
            self._planned[key] = known
        return known

    def shape(self, type_id: TypeId) -> Expression:
        """Return the expanded type, for which `annotation` would return its name."""
        return self.united(self._shape(type_id))

    def parts(self, type_id: TypeId) -> list[Expression]:
        """Return the members of the union that annotates a type."""
        if type_id in self._opaque:
            return [self.unknown()]
        known = self._reference(type_id)
        return self._shape(type_id) if known is None else known

    def _shape(self, type_id: TypeId) -> list[Expression]:
        if self._depth > DEEPEST:
            return [self.unknown()]
        self._depth += 1
        try:
            return self._shape_of(type_id)
        finally:
            self._depth -= 1

    def _shape_of(self, type_id: TypeId) -> list[Expression]:
        match self.library.type(type_id):
            case Scalar() as item:
                return self._scalar(item)
            case Choice() as item:
                return self._choice(item)
            case ListOf() as item:
                inner = self.annotation(item.items, nullable=item.nullable_items)
                return self._lists(item, inner)
            case TupleOf() as item:
                return [self._tuple_of(item)]
            case MapOf() as item:
                inner = self.annotation(item.values, nullable=item.nullable_values)
                return [self._map_of(inner)]
            case UnionOf() as item:
                return self._members(item)
            case Record():
                return [self._map_of(self.unknown())]

    def _lists(self, item: ListOf, items: Expression) -> list[Expression]:
        """Return the alternatives of an array."""
        del item  # only arguments depend on it
        return [self._list_of(items)]

    def _members(self, item: UnionOf) -> list[Expression]:
        """Return the alternatives of a union."""
        parts = [part for member in item.members for part in self.parts(member)]
        return [self.united_openly(parts)] if item.is_open else parts

    def _tuple_of(self, item: TupleOf) -> Expression:
        flags = item.nullable_items or (False,) * len(item.items)
        parts = [
            self.annotation(part, nullable=nullable)
            for part, nullable in zip(item.items, flags, strict=True)
        ]
        if item.rest is not None:
            parts.append(self.annotation(item.rest, nullable=item.nullable_rest))
        elif parts:
            return Generic(TUPLE, tuple(parts))
        return self._list_of(self.united(parts))

    def united(
        self, parts: Iterable[Expression], *, nullable: bool = False
    ) -> Expression:
        """Return the union of alternatives, without duplicates.

        If one of them is unknown, the whole union is unknown.

        Args:
            parts: The alternatives.
            nullable: Whether to add `None`.
        """
        key = tuple(parts), nullable
        known = self._united.get(key)
        if known is None:
            known = self._united[key] = self._unite(*key)
        return known

    def _unite(self, parts: tuple[Expression, ...], nullable: bool) -> Expression:
        distinct = list(dict.fromkeys(parts))
        if not distinct or any(map(self.is_unknown, distinct)):
            return self.unknown()
        if nullable or NONE in distinct:
            distinct = [part for part in distinct if part != NONE] + [NONE]
        return union(distinct)

    def united_openly(self, parts: Iterable[Expression]) -> Expression:
        """Return the union of alternatives and of any other value."""
        known = self.united(parts)
        return known if self.is_unknown(known) else self._or_any(known)

    @abstractmethod
    def _or_any(self, annotation: Expression) -> Expression: ...

    @staticmethod
    def is_unknown(annotation: Expression) -> bool:
        """Return whether an annotation is that of an unknown type."""
        return annotation in _UNKNOWN

    @staticmethod
    def literal_of(item: Choice) -> Expression:
        """Return the values of an enumeration as a `Literal`."""
        return Generic(LITERAL, tuple(map(literal, item.values)))

    @abstractmethod
    def _choice(self, item: Choice) -> list[Expression]:
        """Return the alternatives of an unnamed enumeration."""

    def kinds_of(self, item: Choice) -> list[Expression]:
        """Return the types of the values of an enumeration."""
        kinds = {type(value) for value in item.values}
        found: list[Expression] = []
        if str in kinds or item.kind is ScalarKind.STRING:
            found.append(STR)
        if int in kinds and float not in kinds and item.kind is not ScalarKind.NUMBER:
            found.append(INT)
        if float in kinds or item.kind is ScalarKind.NUMBER:
            found.append(self.number)
        if bool in kinds or item.kind is ScalarKind.BOOLEAN:
            found.append(BOOL)
        return found or [self.unknown()]
