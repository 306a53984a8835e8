"""How an operation takes its request body: as arguments, or whole."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct

from ..model.types import MapOf, Record, Scalar, ScalarKind, UnionOf
from .contents import is_json, is_text
from .streams import Framing, find_items

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.api import Api, Content, Operation
    from ..model.types import Field, Type, TypeId
    from .streams import Items


class BodyKind(StrEnum):
    """What a body is made from."""

    FIELDS = "fields"
    """The properties of an object, each an argument of its own."""
    WHOLE = "whole"
    """One argument of the described type."""
    OBJECT = "object"
    """One argument: an object that nobody described."""
    TEXT = "text"
    """One argument: text."""
    ITEMS = "items"
    """One argument: items that are sent one after the other."""
    FILE = "file"
    """One argument: bytes or a file."""


class BodyPlan(Struct, frozen=True):
    """The body of an operation, in the media type that the client sends.

    Attributes:
        fields: With `FIELDS`, the properties that a request may hold.
        type: With `WHOLE`, the type of the body; with `ITEMS`, that of an item.
    """

    kind: BodyKind
    content: Content
    required: bool
    nullable: bool = False
    fields: tuple[Field, ...] = ()
    type: TypeId | None = None
    description: str = ""

    @property
    def is_form(self) -> bool:
        """Whether the body is a form, of either kind."""
        return is_form(self.content.media_type)


def is_form(media_type: str) -> bool:
    """Return whether a media type is a form, of either kind."""
    return is_multipart(media_type) or media_type.startswith(
        "application/x-www-form-urlencoded"
    )


def is_multipart(media_type: str) -> bool:
    """Return whether a media type is a form in parts."""
    return media_type.startswith("multipart/")


def plan_body(api: Api, operation: Operation) -> BodyPlan | None:
    """Return how an operation takes its body; None when it has none."""
    body = operation.body
    if body is None or not body.contents:
        return None
    content = choose_body(api, body.contents)
    described = None if content.type is None else api.types[content.type]
    fields = sent_fields(described) if isinstance(described, Record) else ()
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


def find_sent_items(api: Api, content: Content) -> Items | None:
    """Return the items that a body is sent as: lines of JSON that somebody described."""
    items = find_items(api, content)
    if items is None or items.type is None:
        return None
    is_json = items.framing in {Framing.LINES, Framing.SEQUENCE}
    return items if is_json else None


def sent_fields(item: Record) -> tuple[Field, ...]:
    """Return the fields that a request may hold."""
    return tuple(field for field in item.fields if not field.read_only)


def choose_body(api: Api, contents: Sequence[Content]) -> Content:
    """Return the alternative that the client sends, of one at least.

    A form that holds files comes first, then JSON, other forms, text.
    """
    # The first of the best: `min` keeps the order of the document among equals.
    return min(contents, key=lambda item: _rank(api, item))


def body_kind(api: Api, content: Content) -> BodyKind:
    """Return what a body in one media type is made from."""
    described = None if content.type is None else api.types[content.type]
    has_fields = isinstance(described, Record) and bool(sent_fields(described))
    if find_sent_items(api, content) is not None:
        return BodyKind.ITEMS
    return _kind_of(described, content, has_fields=has_fields)


def _kind_of(described: Type | None, content: Content, *, has_fields: bool) -> BodyKind:
    if isinstance(described, Scalar) and described.kind is ScalarKind.BINARY:
        return BodyKind.FILE
    if not is_json(content.media_type) and not is_form(content.media_type):
        # What XML and the like look like is the caller's to know.
        return BodyKind.TEXT if is_text(content.media_type) else BodyKind.FILE
    if described is None:
        return BodyKind.OBJECT
    if is_any(described) and is_json(content.media_type):
        return BodyKind.WHOLE
    if is_form(content.media_type) and not isinstance(
        described, Record | MapOf | UnionOf
    ):
        # A form has names, whatever the document says.
        return BodyKind.OBJECT
    if not isinstance(described, Record) or content.nullable:
        return BodyKind.WHOLE
    if has_fields:
        return BodyKind.FIELDS
    return BodyKind.WHOLE if described.extra_declared else BodyKind.OBJECT


def _rank(api: Api, content: Content) -> int:
    described = None if content.type is None else api.types[content.type]
    if is_multipart(content.media_type) and _holds_file(api, described):
        return 0
    if is_json(content.media_type):
        return 1
    if is_form(content.media_type):
        return 2
    return 3 if is_text(content.media_type) else 4


def _holds_file(api: Api, described: Type | None) -> bool:
    if not isinstance(described, Record):
        return False
    kinds = (api.types[field.type] for field in described.fields)
    return any(isinstance(k, Scalar) and k.kind is ScalarKind.BINARY for k in kinds)


def is_any(item: Type) -> bool:
    """Return whether nobody described a type."""
    return isinstance(item, Scalar) and item.kind is ScalarKind.ANY
