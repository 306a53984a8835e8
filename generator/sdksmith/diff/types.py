"""Comparison of types, given as source."""

from __future__ import annotations

import ast
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .surface import Definition

_WIDE: Final = {"Any", "object"}
_COVERS: Final = {
    "float": {"int"},
    "Sequence": {"list", "tuple"},
    "Iterable": {"list", "tuple", "Sequence", "set"},
    "Collection": {"list", "tuple", "Sequence", "set"},
    "Mapping": {"dict"},
}
"""Type -> types whose values it contains as well."""
_DEEPEST: Final = 30


class Alternative(Struct, frozen=True):
    """A member of a union.

    Attributes:
        base: Name of the type; for a literal, its source.
        arguments: Type arguments, each as source.
        of: Type of a literal: `str`, `int` or `bool`; empty for other types.
    """

    base: str
    arguments: tuple[str, ...] = ()
    of: str = ""


@lru_cache(maxsize=65536)
def split_type(text: str) -> tuple[Alternative, ...]:
    """Return the members of a type; the type itself if it is not a union."""
    try:
        return tuple(_members(ast.parse(text, mode="eval").body))
    except (SyntaxError, RecursionError, ValueError, MemoryError):
        return (Alternative(text),)


def _members(node: ast.expr) -> list[Alternative]:
    match node:
        case ast.BinOp(left=left, op=ast.BitOr(), right=right):
            return [*_members(left), *_members(right)]
        case ast.Subscript(value=base, slice=inner):
            name = ast.unparse(base)
            parts = inner.elts if isinstance(inner, ast.Tuple) else [inner]
            if name == "Literal":
                return [
                    Alternative(ast.unparse(part), of=type(part.value).__name__)
                    for part in parts
                    if isinstance(part, ast.Constant)
                ]
            return [Alternative(name, tuple(map(ast.unparse, parts)))]
        case _:
            return [Alternative(ast.unparse(node))]


class Types:
    """The types of two clients.

    Args:
        old: The definitions of the old client.
        new: The definitions of the new client.
    """

    def __init__(
        self, old: Mapping[str, Definition], new: Mapping[str, Definition]
    ) -> None:
        self._old = old
        self._new = new

    def accepts(self, old: str, new: str) -> bool:
        """Return whether the type `new` of the new client contains all values of `old`.

        Types of the same name count as the same: their definitions are compared on their
        own.
        """
        return _contains(new, old, self._new, self._old, 0)

    def returns_within(self, old: str, new: str) -> bool:
        """Return whether all values of `new` are values of the type `old`."""
        return _contains(old, new, self._old, self._new, 0)


def _contains(
    outer: str,
    inner: str,
    outer_types: Mapping[str, Definition],
    inner_types: Mapping[str, Definition],
    depth: int,
) -> bool:
    if outer == inner:
        return True
    if depth > _DEEPEST:
        return False
    others = split_type(outer)
    return all(
        _covers(others, item, outer_types, inner_types, depth)
        for item in split_type(inner)
    )


def _covers(
    outer: tuple[Alternative, ...],
    item: Alternative,
    outer_types: Mapping[str, Definition],
    inner_types: Mapping[str, Definition],
    depth: int,
) -> bool:
    if any(
        _covers_one(other, item, outer_types, inner_types, depth) for other in outer
    ):
        return True
    # Names of aliases stand for their values.
    for other in outer:
        alias = outer_types.get(other.base)
        if alias is not None and alias.kind == "alias":
            values = split_type(alias.value)
            if depth < _DEEPEST and _covers(
                values, item, outer_types, inner_types, depth + 1
            ):
                return True
    alias = inner_types.get(item.base)
    if alias is not None and alias.kind == "alias" and depth < _DEEPEST:
        return all(
            _covers(outer, part, outer_types, inner_types, depth + 1)
            for part in split_type(alias.value)
        )
    return False


def _covers_one(
    other: Alternative,
    item: Alternative,
    outer_types: Mapping[str, Definition],
    inner_types: Mapping[str, Definition],
    depth: int,
) -> bool:
    if other == item or other.base in _WIDE:
        return True
    if item.of:
        return other.base == item.of or (other.base == "float" and item.of == "int")
    if other.base != item.base and item.base not in _COVERS.get(other.base, ()):
        return _is_equal_class(other, item, outer_types, inner_types)
    if len(other.arguments) != len(item.arguments):
        return not other.arguments
    return all(
        _contains(left, right, outer_types, inner_types, depth + 1)
        for left, right in zip(other.arguments, item.arguments, strict=True)
    )


def _is_equal_class(
    other: Alternative,
    item: Alternative,
    outer_types: Mapping[str, Definition],
    inner_types: Mapping[str, Definition],
) -> bool:
    """Return whether a TypedDict has another name, but the same keys."""
    left, right = outer_types.get(other.base), inner_types.get(item.base)
    return (
        left is not None
        and right is not None
        and left.kind == right.kind == "dict"
        and left.fields == right.fields
    )
