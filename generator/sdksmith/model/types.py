"""Types of an API: a closed set of structs, which reference one another by number."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final, NewType, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from ..json_data import JsonScalar, JsonValue

TypeId = NewType("TypeId", int)
"""Index of a type in `Api.types`."""

EVENT_FIELDS: Final = frozenset({"data", "event", "id", "retry"})
"""Fields of a server-sent event (HTML standard, section 9.2.6)."""


class ScalarKind(StrEnum):
    """Kind of a scalar value, on the wire and in Python."""

    ANY = "any"
    NULL = "null"
    STRING = "string"
    INTEGER = "integer"
    NUMBER = "number"
    DECIMAL = "decimal"
    """A decimal number that is a string in JSON."""
    DECIMAL_NUMBER = "decimal-number"
    """A decimal number that is a number in JSON, of which every digit counts."""
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "date-time"
    TIME = "time"
    DURATION = "duration"
    UUID = "uuid"
    BYTES = "byte"
    """A base64 string in JSON, bytes in Python."""
    BASE64URL = "base64url"
    """A base64url string without padding in JSON, bytes in Python."""
    PADDED_BASE64URL = "padded-base64url"
    """A base64url string with padding in JSON, bytes in Python."""
    BINARY = "binary"
    """Raw bytes: a file to upload, or a whole body."""
    UNTYPED = "untyped"
    """A parameter without a type: any scalar, or a list of scalars."""


class TypeMeta(Struct, frozen=True):
    """Metadata of a type: name, location and documentation.

    Attributes:
        pointer: Pointer of the schema in the upgraded document.
        name: Component name, if the schema has one.
        context: Name words of an inline schema: the name of its owner, followed by
            property names, "item", "value" and similar words. Empty for a scalar, which
            needs no name.
        shared: Name words that all places of a type end with that several components or
            operations contain; empty for other types.
        title: Title of the schema.
        description: Markdown or HTML, as written.
        deprecated: Whether the schema is deprecated.
        examples: Example values, as written.
    """

    pointer: str
    name: str | None = None
    context: tuple[str, ...] = ()
    shared: tuple[str, ...] = ()
    title: str = ""
    description: str = ""
    deprecated: bool = False
    examples: tuple[JsonValue, ...] = ()


class Constraints(Struct, frozen=True):
    """Constraints on values besides their type, used to generate sample values.

    A client never rejects a value because of them; servers validate values.

    Attributes:
        pattern: ECMA-262 regular expression, not anchored.
        key_pattern: ECMA-262 regular expression for the names of additional properties.
        key_values: Allowed names of additional properties; empty for any.
        dependent: Properties, with the properties that they require.
        one_of_required: Sets of properties, one of which must be complete; empty
            without such a constraint.
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
    """An array whose first items have individual types (`prefixItems`).

    Attributes:
        rest: Type of further items; None if the array ends with the first ones.
        nullable_items: Whether each of the first items may be null.
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
    """The property that distinguishes the members of a union.

    Attributes:
        property_name: Wire name of the property.
        mapping: Values of the property, as strings, with the record that each selects,
            sorted by value. If a member is itself a union, its records are listed,
            unless it has another discriminator: then the values select the union.
        default: Type of all other values; None if not defined.
    """

    property_name: str
    mapping: tuple[tuple[str, TypeId], ...]
    default: TypeId | None = None


class UnionOf(Struct, frozen=True):
    """One of several types. Null is never a member; see `nullable` of each use.

    Attributes:
        members: The types.
        discriminator: The property that distinguishes them, if there is one.
        is_open: Whether a value that matches no member is valid as well.
    """

    meta: TypeMeta
    members: tuple[TypeId, ...]
    discriminator: Discriminator | None = None
    is_open: bool = False


class Choice(Struct, frozen=True):
    """An enumeration: the known values of a scalar. Servers may send other values.

    Attributes:
        kind: Scalar kind of the values.
        values: Distinct values, without null, in document order.
        labels: Name of each value, for example from `x-enum-varnames`, or an empty string.
        descriptions: Description of each value, or an empty string.
    """

    meta: TypeMeta
    kind: ScalarKind
    values: tuple[JsonScalar, ...]
    labels: tuple[str, ...] = ()
    descriptions: tuple[str, ...] = ()


class Presence(StrEnum):
    """Presence of a field in an object."""

    REQUIRED = "required"
    OPTIONAL = "optional"
    DEFAULT = "default"
    """Optional, with a default value that an absent field has."""


class Field(Struct, frozen=True):
    """A property of a record.

    Attributes:
        name: Wire name.
        type: Type of the value if it is not null.
        presence: Whether the field is required, optional, or has a default.
        nullable: Whether the value may be null.
        default: Value of an absent field, with `Presence.DEFAULT`.
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
        fields: Fields in document order, those of `allOf` members first.
        extra: Type of the values of additional properties; None if the document forbids
            additional properties.
        extra_declared: Whether the document defines additional properties explicitly.
        nullable_extra: Whether the value of an additional property may be null.
        changes: The record that this one changes, if it is a merge patch.
    """

    meta: TypeMeta
    fields: tuple[Field, ...]
    extra: TypeId | None
    extra_declared: bool = False
    nullable_extra: bool = False
    constraints: Constraints | None = None
    changes: TypeId | None = None


Type: TypeAlias = Scalar | ListOf | TupleOf | MapOf | UnionOf | Choice | Record
