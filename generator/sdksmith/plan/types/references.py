"""Types as references, which the runtime resolves when it first needs them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from ...model.types import (
    Choice,
    ListOf,
    MapOf,
    Record,
    Scalar,
    ScalarKind,
    TupleOf,
    TypeId,
    UnionOf,
)
from ...text.pysource import literal
from ..expressions import (
    BOOL,
    DATE,
    DATETIME,
    INT,
    NONE,
    STR,
    TIME,
    UUID,
    Call,
)
from ..runtime import runtime
from .annotations import DEEPEST
from .usage import types_containing

if TYPE_CHECKING:
    from ..expressions import Expression, Symbol
    from .library import TypeLibrary

_ANY: Final = runtime("ANY")
_SCALARS: Final[dict[ScalarKind, Symbol]] = {
    ScalarKind.STRING: STR,
    ScalarKind.INTEGER: INT,
    ScalarKind.BOOLEAN: BOOL,
    ScalarKind.BINARY: STR,
    ScalarKind.DATE: DATE,
    ScalarKind.DATETIME: DATETIME,
    ScalarKind.TIME: TIME,
    ScalarKind.UUID: UUID,
}
_FORMATS: Final = {
    ScalarKind.BASE64URL: "base64url",
    ScalarKind.BYTES: "base64",
    ScalarKind.DECIMAL: "decimal",
    ScalarKind.DECIMAL_NUMBER: "decimal-number",
    ScalarKind.DURATION: "duration",
    ScalarKind.NULL: "null",
    ScalarKind.NUMBER: "number",
    ScalarKind.PADDED_BASE64URL: "padded-base64url",
}


class ReferencePlanner:
    """Planner of references to the types of responses."""

    def __init__(self, library: TypeLibrary) -> None:
        """Initialize the planner.

        Args:
            library: The types, with the modules that define them.
        """
        self._library = library
        types = library.api.types
        self._exact = types_containing(
            library.api,
            [
                TypeId(index)
                for index, item in enumerate(types)
                if isinstance(item, Scalar) and item.kind is ScalarKind.DECIMAL_NUMBER
            ],
            map(TypeId, range(len(types))),
            sent=False,
        )

    def reference(self, type_id: TypeId, *, nullable: bool = False) -> Expression:
        """Return a reference for the runtime, without importing a model.

        Args:
            type_id: The type.
            nullable: Whether the value may be null.
        """
        made = _or_null(self._inner(type_id), nullable)
        is_exact = type_id in self._exact and made != _ANY
        return Call(runtime("Exact"), (made,)) if is_exact else made

    def _inner(self, type_id: TypeId, depth: int = 0) -> Expression:
        library = self._library
        item = library.type(type_id)
        model = library.model(type_id)
        if model is not None and isinstance(item, Record | TupleOf | UnionOf):
            return literal(model.name)
        match item:
            case _ if depth > DEEPEST:
                return _ANY
            case Scalar(kind=kind) if kind in _FORMATS:
                return _formatted(_FORMATS[kind])
            case Scalar(kind=kind):
                return _SCALARS.get(kind, _ANY)
            case Choice():
                return _choice(item)
            case ListOf(items=inner, nullable_items=nullable):
                made = _or_null(self._inner(inner, depth + 1), nullable)
                return Call(runtime("ListOf"), (made,))
            case MapOf(values=inner, nullable_values=nullable):
                made = _or_null(self._inner(inner, depth + 1), nullable)
                return Call(runtime("MapOf"), (made,))
            case TupleOf() | UnionOf() | Record():
                return _ANY


def _formatted(format_name: str) -> Expression:
    return Call(runtime("Formatted"), (literal(format_name),))


def _choice(item: Choice) -> Expression:
    """Return the type of the values, because servers may send others of the same type."""
    kinds = {type(value) for value in item.values}
    if kinds == {str}:
        return STR
    if kinds == {bool}:
        return BOOL
    if kinds == {int} and item.kind is not ScalarKind.NUMBER:
        return INT
    return _formatted("number") if kinds <= {int, float} else _ANY


def _or_null(reference: Expression, nullable: bool) -> Expression:
    if not nullable or reference in (_ANY, NONE):
        return reference
    return Call(runtime("Nullable"), (reference,))
