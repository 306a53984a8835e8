"""References to types, as operations declare them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeAlias, final

if TYPE_CHECKING:
    from collections.abc import Mapping


@final
class AnyType:
    """Type of `ANY`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ANY"

    def __reduce__(self) -> str:
        return "ANY"


ANY: Final = AnyType()
"""Any value. JSON is decoded but not validated."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A JSON array.

    Attributes:
        items: Type of its items.
    """

    items: TypeRef


@dataclass(frozen=True, slots=True)
class MapOf:
    """A JSON object with arbitrary keys.

    Attributes:
        values: Type of its values.
    """

    values: TypeRef


@dataclass(frozen=True, slots=True)
class Nullable:
    """A JSON value that may be null.

    Attributes:
        value: Type of the value when it is not null.
    """

    value: TypeRef


TypeRef: TypeAlias = "str | type | ListOf | MapOf | Nullable | AnyType"
"""Reference to a type, resolved when the type is first needed.

A string is the name of a model, which is imported on demand. Any other reference is a
Python type, `ListOf`, `MapOf`, `Nullable` or `ANY`."""

Returns: TypeAlias = "TypeRef | Mapping[str, TypeRef | None] | None"
"""Return type of an operation.

Either one type, a mapping from status (`200`, `2XX`, `default`) to type, or None if the
operation returns nothing."""
