"""Request bodies: passed as separate arguments or as a single argument."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from ...model.types import MapOf, Record, Scalar, ScalarKind, UnionOf
from .formats import is_json, is_text
from .media_types import is_any_text, is_binary, rank_content
from .streams import Framing, find_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model.api import Api, Content, Operation
    from ...model.types import Field, Type, TypeId
    from .streams import Items


class BodyKind(StrEnum):
    """The arguments from which a body is made."""

    FIELDS = "fields"
    """A separate argument for each property of an object."""
    WHOLE = "whole"
    """One argument of the type of the body."""
    OBJECT = "object"
    """One argument: an object without a schema."""
    TEXT = "text"
    """One argument: a string, or bytes of text."""
    ITEMS = "items"
    """One argument: items that are sent one after the other."""
    FILE = "file"
    """One argument: bytes or a file."""


class BodyPlan(Struct, frozen=True):
    """The body of an operation, in the media type that the client sends.

    Attributes:
        kind: The arguments from which the body is made.
        content: The media type that the client sends, with its schema.
        required: Whether a request must have a body.
        nullable: Whether the body may be null; with `ITEMS`, whether an item may be.
        fields: With `FIELDS`, the properties that a request may contain.
        type: With `WHOLE`, the type of the body; with `ITEMS`, the type of an item.
        description: The description of the body in the document.
    """

    kind: BodyKind
    content: Content
    required: bool
    nullable: bool = False
    fields: tuple[Field, ...] = ()
    type: TypeId | None = None
    description: str = ""

    @property
    def media_type(self) -> str:
        """The media type of requests; that of a text or file is never a range."""
        name = self.content.media_type
        if "*" not in name:
            return name
        ranges = {
            BodyKind.TEXT: "text/plain",
            BodyKind.FILE: "application/octet-stream",
        }
        return ranges.get(self.kind, name)

    @property
    def is_form(self) -> bool:
        """Whether the body is a URL-encoded or multipart form."""
        return is_form(self.content.media_type)


def is_form(media_type: str) -> bool:
    """Return whether a media type is a URL-encoded or multipart form."""
    return is_multipart(media_type) or media_type.startswith(
        "application/x-www-form-urlencoded"
    )


def is_multipart(media_type: str) -> bool:
    """Return whether a media type is a multipart form."""
    return media_type.startswith("multipart/")


def plan_body(api: Api, operation: Operation) -> BodyPlan | None:
    """Return the plan of an operation's body; None for an operation without a body."""
    body = operation.body
    if body is None or not body.contents:
        return None
    content = choose_body(api, body.contents)
    described = None if content.type is None else api.types[content.type]
    fields = sent_fields(described) if isinstance(described, Record) else ()
    if is_form(content.media_type):
        fields = _with_contents(fields, content)
    kind = body_kind(api, content)
    items = find_sent_items(api, content)
    whole = content.type if kind is BodyKind.WHOLE else None
    return BodyPlan(
        kind,
        content,
        required=body.required,
        nullable=content.nullable if items is None else items.nullable,
        fields=fields if kind is BodyKind.FIELDS else (),
        type=whole if items is None else items.type,
        description=body.description,
    )


def _with_contents(fields: tuple[Field, ...], content: Content) -> tuple[Field, ...]:
    """Return the fields of a form; those that are JSON have the type of their content."""
    types = {item.property_name: item.content for item in content.encodings}
    return tuple(
        field if type_id is None else replace(field, type=type_id)
        for field in fields
        for type_id in [types.get(field.name)]
    )


def find_sent_items(api: Api, content: Content) -> Items | None:
    """Return the items of a body that is sent as JSON lines or as a JSON sequence.

    Returns:
        The items; None for other bodies and for items without a schema.
    """
    items = find_items(api, content)
    if items is None or items.type is None:
        return None
    is_json = items.framing in {Framing.LINES, Framing.SEQUENCE}
    return items if is_json else None


def sent_fields(item: Record) -> tuple[Field, ...]:
    """Return the fields that a request may contain: all that are not read-only."""
    return tuple(field for field in item.fields if not field.read_only)


def choose_body(api: Api, contents: Sequence[Content]) -> Content:
    """Return the alternative that the client sends; there must be at least one.

    Forms with files are preferred, followed by JSON, other forms and text.
    """
    # `min` returns the first of equal alternatives, in the order of the document.
    return min(contents, key=lambda item: _rank(api, item))


def body_kind(api: Api, content: Content) -> BodyKind:
    """Return the kind of a body in one media type."""
    described = None if content.type is None else api.types[content.type]
    has_fields = isinstance(described, Record) and bool(sent_fields(described))
    if find_sent_items(api, content) is not None:
        return BodyKind.ITEMS
    if is_binary(api, content):
        return BodyKind.FILE
    if is_any_text(api, content):
        return BodyKind.TEXT
    return _kind_of(described, content, has_fields=has_fields)


def _kind_of(described: Type | None, content: Content, *, has_fields: bool) -> BodyKind:
    if not is_json(content.media_type) and not is_form(content.media_type):
        # The caller is responsible for the format of XML and similar bodies.
        return BodyKind.TEXT if is_text(content.media_type) else BodyKind.FILE
    if described is None:
        return BodyKind.OBJECT
    if is_any(described) and is_json(content.media_type):
        return BodyKind.WHOLE
    if is_form(content.media_type) and not isinstance(
        described, Record | MapOf | UnionOf
    ):
        # A form always consists of named fields, even if the schema is not an object.
        return BodyKind.OBJECT
    if not isinstance(described, Record) or content.nullable:
        return BodyKind.WHOLE
    if has_fields:
        return BodyKind.FIELDS
    return BodyKind.WHOLE if described.extra_declared else BodyKind.OBJECT


def _rank(api: Api, content: Content) -> tuple[int, int]:
    described = None if content.type is None else api.types[content.type]
    rank = rank_content(api, content)
    if is_multipart(content.media_type) and _contains_file(api, described):
        return 0, rank
    if is_json(content.media_type) and not is_binary(api, content):
        return 1, rank
    return 2 if is_form(content.media_type) else 3, rank


def _contains_file(api: Api, described: Type | None) -> bool:
    if not isinstance(described, Record):
        return False
    kinds = (api.types[field.type] for field in described.fields)
    return any(isinstance(k, Scalar) and k.kind is ScalarKind.BINARY for k in kinds)


def is_any(item: Type) -> bool:
    """Return whether a type accepts any value."""
    return isinstance(item, Scalar) and item.kind is ScalarKind.ANY
