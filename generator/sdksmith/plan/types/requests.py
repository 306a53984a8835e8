"""Annotations of values that a request sends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model.types import Choice, Record, Scalar, ScalarKind
from ..expressions import (
    BYTES,
    DECIMAL,
    FLOAT,
    OBJECT,
    STR,
    TIMEDELTA,
    Generic,
    Symbol,
    Union,
)
from ..runtime import runtime
from .annotations import AnnotationPlanner, plain_scalar
from .formats import is_decimal_union
from .usage import is_literal

if TYPE_CHECKING:
    from ...model.types import ListOf, TypeId, UnionOf
    from ..expressions import Expression
    from .library import TypeLibrary

_WITH_STRINGS = frozenset(
    {
        ScalarKind.BASE64URL,
        ScalarKind.BYTES,
        ScalarKind.DATE,
        ScalarKind.DATETIME,
        ScalarKind.DECIMAL,
        ScalarKind.PADDED_BASE64URL,
        ScalarKind.TIME,
        ScalarKind.UUID,
    }
)
"""Kinds of values that can also be passed as a string, which is sent unchanged."""

_ASYNC_ITERABLE: Final = Symbol("collections.abc", "AsyncIterable")
_ITERABLE: Final = Symbol("collections.abc", "Iterable")
_MAPPING: Final = Symbol("collections.abc", "Mapping")
_SEQUENCE: Final = Symbol("collections.abc", "Sequence")
_SET: Final = Symbol("collections.abc", "Set")


class SentTypes(AnnotationPlanner):
    """Annotations of arguments and of the keys of TypedDicts."""

    def __init__(self, library: TypeLibrary, *, files: bool = False) -> None:
        """Create a planner of annotations.

        Args:
            library: The types, with the modules that define them.
            files: Whether binary values are files to upload.
        """
        super().__init__(library)
        self._files = files

    def unknown(self) -> Symbol:
        """Return the annotation of a value without a schema."""
        return OBJECT

    def _reference(self, type_id: TypeId) -> list[Expression] | None:
        library = self.library
        item = library.type(type_id)
        changed = item.changes if isinstance(item, Record) else None
        model = library.model(type_id if changed is None else changed)
        param = library.param(type_id)
        if isinstance(item, Choice) and model is not None:
            return [model]
        if param is None:
            return None
        if not isinstance(item, Record):
            return [param]
        accepted = map(library.model, library.accepted.get(type_id, ()))
        parts: list[Expression] = [
            param,
            *(one for one in (model, *accepted) if one is not None),
        ]
        if item.extra_declared and item.extra is not None:
            # A TypedDict cannot have further keys (PEP 728) before Python 3.15, and
            # mypy does not support them yet.
            parts.append(self.mapping())
        return parts

    def _choice(self, item: Choice) -> list[Expression]:
        return [self.literal_of(item)] if is_literal(item) else self.kinds_of(item)

    def _scalar(self, item: Scalar) -> list[Expression]:
        match item.kind:
            case ScalarKind.ANY:
                return [self.unknown()]
            case ScalarKind.UNTYPED:
                return [runtime("ParameterValue")]
            case ScalarKind.BINARY if self._files:
                return [runtime("FileInput")]
            case ScalarKind.BINARY:
                return [BYTES, STR]
            case ScalarKind.DECIMAL_NUMBER:
                return [DECIMAL, FLOAT, STR]
            case ScalarKind.DURATION:
                return [TIMEDELTA, STR]
            case kind if kind in _WITH_STRINGS:
                return [plain_scalar(kind), STR]
            case kind:
                return [plain_scalar(kind)]

    def _list_of(self, items: Expression) -> Expression:
        return Generic(_SEQUENCE, (items,))

    def _lists(self, item: ListOf, items: Expression) -> list[Expression]:
        lists = [self._list_of(items)]
        is_set = item.constraints is not None and item.constraints.unique_items
        if is_set and isinstance(self.library.type(item.items), Choice | Scalar):
            lists.append(Generic(_SET, (items,)))
        return lists

    def _members(self, item: UnionOf) -> list[Expression]:
        members = super()._members(item)
        is_decimal = is_decimal_union(self.library.api, item)
        return [DECIMAL, *members] if is_decimal else members

    def _map_of(self, values: Expression) -> Expression:
        return Generic(_MAPPING, (STR, values))

    def _or_any(self, annotation: Expression) -> Expression:
        return self.unknown()

    def items(self, type_id: TypeId, *, nullable: bool) -> Expression:
        """Return the annotation of an iterable whose values are sent one by one."""
        item = self.annotation(type_id, nullable=nullable)
        return Union((Generic(_ITERABLE, (item,)), Generic(_ASYNC_ITERABLE, (item,))))

    def map_of(self, values: Expression) -> Expression:
        """Return the annotation of an object, given that of its values."""
        return self._map_of(values)

    def mapping(self) -> Expression:
        """Return the annotation of an object without a schema."""
        return self._map_of(self.unknown())
