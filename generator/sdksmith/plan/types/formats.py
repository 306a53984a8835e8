"""Shapes of arguments: the formats of values that depend on their schema."""

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
    UnionOf,
)
from ...text.pysource import literal
from ..content.bodies import sent_fields
from ..expressions import Call, DictDisplay, TupleDisplay
from ..runtime import runtime
from ..samples.patterns import match_pattern
from .usage import types_containing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...model.api import Api
    from ...model.types import Type, TypeId
    from ..expressions import Expression
    from .library import TypeLibrary

_FORMATS: Final = {
    ScalarKind.BASE64URL: "base64url",
    ScalarKind.DATE: "date",
    ScalarKind.DECIMAL: "decimal",
    ScalarKind.DECIMAL_NUMBER: "decimal-number",
    ScalarKind.PADDED_BASE64URL: "padded-base64url",
}
"""Kinds whose values the runtime cannot encode without their format."""

_ROOT_FORMATS: Final = {**_FORMATS, ScalarKind.BYTES: "base64"}
"""The same for a whole body: without a format, bytes are sent unchanged."""

FILE: Final = Call(runtime("Formatted"), (literal("file"),))
"""Shape of a file. A string is not one, because it could be a path or the content."""

_TEXT: Final = frozenset({ScalarKind.STRING, ScalarKind.DATETIME})
_DEEPEST: Final = 20


def is_decimal_union(api: Api, item: UnionOf) -> bool:
    """Return whether a union has a number and a string that can contain its digits.

    Pydantic describes a Decimal that it reads in this way. Digits reach such a server
    unchanged only as a string.
    """
    members = [api.types[member] for member in item.members]
    kinds = {member.kind for member in members if isinstance(member, Scalar)}
    return ScalarKind.NUMBER in kinds and any(map(_is_digits, members))


def _is_digits(item: Type) -> bool:
    if not isinstance(item, Scalar) or item.kind is not ScalarKind.STRING:
        return False
    pattern = item.constraints.pattern if item.constraints else ""
    return not item.format and (not pattern or match_pattern(pattern, "9.90"))


class ShapePlanner:
    """Planner of the shapes of arguments, for `Operation.formats` of the runtime."""

    def __init__(self, library: TypeLibrary) -> None:
        """Initialize the planner.

        Args:
            library: The types, with the modules that define them.
        """
        self._library = library
        api, sent = library.api, library.usage.sent
        self._formatted = types_containing(
            api,
            [type_id for type_id in sent if self._has_format(api.types[type_id])],
            sent,
            sent=True,
        )

    def _has_format(self, item: Type) -> bool:
        if isinstance(item, UnionOf):
            return is_decimal_union(self._library.api, item)
        return isinstance(item, Scalar) and item.kind in _FORMATS

    def root(self, type_id: TypeId) -> Expression | None:
        """Return the shape of a whole body; None for the default."""
        item = self._library.type(type_id)
        if isinstance(item, Scalar):
            return _formatted(_ROOT_FORMATS.get(item.kind))
        return self.shape(type_id)

    def shape(self, type_id: TypeId, depth: int = 0) -> Expression | None:
        """Return the shape of a value; None if its Python type determines its JSON.

        Args:
            type_id: Its type.
            depth: Number of types without a name that enclose the type.
        """
        if type_id not in self._formatted or depth > _DEEPEST:
            return None
        param = self._library.param(type_id)
        item = self._library.type(type_id)
        if param is not None and isinstance(item, Record):
            return literal(param.name)
        match item:
            case Scalar():
                return _formatted(_FORMATS.get(item.kind))
            case ListOf():
                return _inside("ListOf", self.shape(item.items, depth + 1))
            case TupleOf(items=items, rest=rest):
                parts = (*items, *([] if rest is None else [rest]))
                return _inside("ListOf", self._any(parts, depth))
            case MapOf():
                return _inside("MapOf", self.shape(item.values, depth + 1))
            case UnionOf():
                return self._union(item, depth)
            case Record():
                return self._fields(item)
            case Choice():
                return None

    def _union(self, item: UnionOf, depth: int) -> Expression | None:
        types = {member: self._library.type(member) for member in item.members}
        kinds = {each.kind for each in types.values() if isinstance(each, Scalar)}
        if is_decimal_union(self._library.api, item):
            return _formatted("decimal")
        # A datetime is a text of the union, although it is not a date.
        is_text = bool(kinds & _TEXT)
        return self._any(
            (
                member
                for member, each in types.items()
                if not (
                    is_text
                    and isinstance(each, Scalar)
                    and each.kind is ScalarKind.DATE
                )
            ),
            depth,
        )

    def _any(self, members: Iterable[TypeId], depth: int) -> Expression | None:
        """Return the shapes of alternatives: a single one, or a tuple."""
        shapes = dict.fromkeys(self.shape(member, depth + 1) for member in members)
        found = tuple(shape for shape in shapes if shape is not None)
        if len(found) > 1:
            return TupleDisplay(found)
        return found[0] if found else None

    def _fields(self, item: Record, *, is_form: bool = False) -> Expression | None:
        shapes = (
            (
                field.name,
                self.shape(field.type) or (self._file(field.type) if is_form else None),
            )
            for field in sent_fields(item)
        )
        entries = tuple((literal(name), shape) for name, shape in shapes if shape)
        return DictDisplay(entries) if entries else None

    def _file(self, type_id: TypeId) -> Expression | None:
        """Return the shape of a file in a form, or of a list of files."""
        item = self._library.type(type_id)
        if isinstance(item, ListOf):
            members = self._library.type(item.items)
            is_file = isinstance(members, Scalar) and members.kind is ScalarKind.BINARY
            return Call(runtime("ListOf"), (FILE,)) if is_file else None
        is_file = isinstance(item, Scalar) and item.kind is ScalarKind.BINARY
        return FILE if is_file else None

    def fields(self, type_id: TypeId, *, is_form: bool = False) -> Expression | None:
        """Return the shapes of the properties of a record by their names.

        Args:
            type_id: The type.
            is_form: Whether the record is sent as a form, in which binary values are
                files.
        """
        item = self._library.type(type_id)
        return self._fields(item, is_form=is_form) if isinstance(item, Record) else None

    def named(self) -> dict[str, Expression]:
        """Return the shapes of the request types that have any, by name."""
        names = self._library.names.params
        found = {names[t]: self.fields(t) for t in self._formatted if t in names}
        return {
            name: shape for name, shape in sorted(found.items()) if shape is not None
        }


def _formatted(format_name: str | None) -> Expression | None:
    if format_name is None:
        return None
    return Call(runtime("Formatted"), (literal(format_name),))


def _inside(name: str, shape: Expression | None) -> Expression | None:
    return None if shape is None else Call(runtime(name), (shape,))
