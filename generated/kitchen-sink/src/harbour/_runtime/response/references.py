"""References to types, as operations declare them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal, TypeAlias, final

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

    items: Shape


@dataclass(frozen=True, slots=True)
class MapOf:
    """A JSON object with arbitrary keys.

    Attributes:
        values: Type of its values.
    """

    values: Shape


@dataclass(frozen=True, slots=True)
class Nullable:
    """A JSON value that may be null.

    Attributes:
        value: Type of the value when it is not null.
    """

    value: Shape


Format: TypeAlias = Literal[
    "base64",
    "base64url",
    "date",
    "decimal",
    "decimal-number",
    "duration",
    "file",
    "null",
    "number",
    "padded-base64url",
]
"""Representation of a value in JSON.

- `base64`, `base64url`: Bytes as a string (RFC 4648, sections 4 and 5); the latter is
  written without padding. `padded-base64url` is written with padding.
- `date`: A full date (RFC 3339, section 5.6).
- `decimal`, `decimal-number`: A Decimal as a string or as a number.
- `duration`: A timedelta (ISO 8601-1, section 5.5.2).
- `file`: A file to upload, which is never a string. Only in requests.
- `null`: Null.
- `number`: An int or a float."""


@dataclass(frozen=True, slots=True)
class Formatted:
    """A scalar that differs in JSON from the default for its Python type.

    Attributes:
        format: Its representation in JSON.
    """

    format: Format


@dataclass(frozen=True, slots=True)
class Exact:
    """A type that contains decimals which are JSON numbers.

    The digits of its numbers are read without a conversion to float.

    Attributes:
        value: The type.
    """

    value: TypeRef


TypeRef: TypeAlias = (
    "str | type | ListOf | MapOf | Nullable | AnyType | Formatted | Exact"
)
"""Reference to a type, resolved when the type is first needed.

A string is the name of a model, which is imported on demand. Any other reference is a
Python type, `ListOf`, `MapOf`, `Nullable`, `ANY`, `Formatted` or `Exact`."""

Shape: TypeAlias = "TypeRef | Mapping[str, Shape] | tuple[Shape, ...]"
"""The representation of a value that its schema defines.

A string is the name of a request type with an entry in the module `params._formats`. A
mapping contains the shapes of properties, and a tuple those of alternatives. Parts without an entry are sent according to
their Python type."""

Returns: TypeAlias = "TypeRef | Mapping[str, TypeRef | None] | None"
"""Return type of an operation.

Either one type, a mapping from status (`200`, `2XX`, `default`) to type, or None if the
operation returns nothing."""
