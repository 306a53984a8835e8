"""The types of an API: a closed sum, in one arena, with edges by number."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NewType, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from ..jsondata import JsonScalar, JsonValue

TypeId = NewType("TypeId", int)
"""The place of a type in `Api.types`."""

EVENT_FIELDS: Final = frozenset({"data", "event", "id", "retry"})
"""What a server-sent event consists of (HTML, section 9.2.6)."""


class ScalarKind(StrEnum):
    """What one scalar value is, on the wire and in Python."""

    ANY = "any"
    NULL = "null"
    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "date-time"
    TIME = "time"
    DURATION = "duration"
    UUID = "uuid"
    BYTES = "byte"
    """Base64 text in JSON, bytes in Python."""
    BINARY = "binary"
    """Raw bytes: a file to upload, or a whole body."""
    UNTYPED = "untyped"
    """A parameter whose type nobody described: any scalar, or a list of them."""


class TypeMeta(Struct, frozen=True):
    """What is said about a type beside its shape.

    Attributes:
        pointer: Where the schema stands in the upgraded document.
        name: The component name when the schema has one of its own.
        context: Where an inline schema stands, as words for a name: the owner's name
            first, then property names, "item", "value" and the like.
        title: The schema's title.
        description: Markdown or HTML, as written.
        deprecated: Whether the schema says so.
        examples: Example values, as written.
    """

    pointer: str
    name: str | None = None
    context: tuple[str, ...] = ()
    title: str = ""
    description: str = ""
    deprecated: bool = False
    examples: tuple[JsonValue, ...] = ()


class Constraints(Struct, frozen=True):
    """What is said about values beside their type, for those who make some up.

    A client never refuses a value because of them: servers know better.

    Attributes:
        pattern: A regular expression of ECMA-262, not anchored.
        key_pattern: What the names of other properties look like, likewise.
        key_values: The names that other properties may have; empty for any.
        dependent: Property -> the properties that must be there with it.
        one_of_required: Sets of properties of which one must be there; empty for none.
    """

    minimum: float | None = None
    maximum: float | None = None
    exclusive_minimum: float | None = None
    exclusive_maximum: float | None = None
    multiple_of: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    min_items: int | None = None
    max_items: int | None = None
    min_properties: int | None = None
    max_properties: int | None = None
    pattern: str = ""
    unique_items: bool = False
    key_pattern: str = ""
    key_values: tuple[str, ...] = ()
    dependent: tuple[tuple[str, tuple[str, ...]], ...] = ()
    one_of_required: tuple[tuple[str, ...], ...] = ()


class Scalar(Struct, frozen=True):
    """A value without parts."""

    meta: TypeMeta
    kind: ScalarKind
    format: str = ""
    constraints: Constraints | None = None


class ListOf(Struct, frozen=True):
    """An array.

    Attributes:
        nullable_items: Whether an item may be null.
    """

    meta: TypeMeta
    items: TypeId
    nullable_items: bool = False
    constraints: Constraints | None = None


class TupleOf(Struct, frozen=True):
    """An array whose first items have types of their own (`prefixItems`).

    Attributes:
        rest: The type of further items; None when there are none.
        nullable_items: One per item: whether it may be null.
        nullable_rest: Whether a further item may be null.
    """

    meta: TypeMeta
    items: tuple[TypeId, ...]
    rest: TypeId | None
    nullable_items: tuple[bool, ...] = ()
    nullable_rest: bool = False
    constraints: Constraints | None = None


class MapOf(Struct, frozen=True):
    """An object without known properties, used as a map.

    Attributes:
        nullable_values: Whether a value may be null.
    """

    meta: TypeMeta
    values: TypeId
    nullable_values: bool = False
    constraints: Constraints | None = None


class Discriminator(Struct, frozen=True):
    """How a union tells its members apart.

    Attributes:
        property_name: The wire name of the property that tells.
        mapping: Value of the property, as text, and the record it means, sorted by
            value. Where a member is a union itself, these are the records in it.
        default: The record that other values mean; None when nobody says it.
    """

    property_name: str
    mapping: tuple[tuple[str, TypeId], ...]
    default: TypeId | None = None


class UnionOf(Struct, frozen=True):
    """One of several types. `None` is never a member: see `nullable` where it is used."""

    meta: TypeMeta
    members: tuple[TypeId, ...]
    discriminator: Discriminator | None = None


class Choice(Struct, frozen=True):
    """An enumeration: the known values of a scalar. Servers may send others.

    Attributes:
        kind: The scalar kind of the values.
        values: The distinct values, without null, in document order.
        labels: One per value: names given by `x-enum-varnames`, or empty strings.
        descriptions: One per value, or empty strings.
    """

    meta: TypeMeta
    kind: ScalarKind
    values: tuple[JsonScalar, ...]
    labels: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()


class Presence(StrEnum):
    """Whether a field is there."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    DEFAULT = "default"
    """Optional, and the description says what absent means."""


class Field(Struct, frozen=True):
    """A property of a record.

    Attributes:
        name: The wire name.
        type: The type of its value when it is not null.
        presence: Whether it is there.
        nullable: Whether its value may be null.
        default: What absent means, with `Presence.DEFAULT`.
    """

    name: str
    type: TypeId
    presence: Presence
    nullable: bool = False
    default: JsonValue = None
    description: str = ""
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False


class Record(Struct, frozen=True):
    """An object with known properties.

    Attributes:
        fields: In document order, those of `allOf` parts first.
        extra: The type of the values of other properties; None when the description
            says that there are no others.
        extra_declared: Whether the description itself says what other properties hold.
        nullable_extra: Whether the value of another property may be null.
    """

    meta: TypeMeta
    fields: tuple[Field, ...]
    extra: TypeId | None
    extra_declared: bool = False
    nullable_extra: bool = False
    constraints: Constraints | None = None


Type: TypeAlias = Scalar | ListOf | TupleOf | MapOf | UnionOf | Choice | Record
