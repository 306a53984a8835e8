"""Bodies that are sequences of items, and the types of their items."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...model.types import (
    EVENT_FIELDS,
    Choice,
    ListOf,
    Presence,
    Record,
    Scalar,
    ScalarKind,
    UnionOf,
)

if TYPE_CHECKING:
    from ...model.api import Api, Content
    from ...model.types import Field, TypeId


class Framing(StrEnum):
    """Format that separates items; the values are those of the runtime."""

    EVENT_DATA = "sse"
    """Server-sent events whose data has the described type."""
    EVENTS = "sse-event"
    """Server-sent events that have the described type as a whole."""
    LINES = "jsonl"
    SEQUENCE = "json-seq"


class Items(Struct, frozen=True):
    """Items of a body.

    Attributes:
        type: Type of an item; None if it is not defined.
    """

    framing: Framing
    type: TypeId | None = None
    nullable: bool = False


# Elasticsearch uses `application/vnd.elasticsearch+x-ndjson`. Spring formerly used
# `application/stream+json`, which the deployment log of Vercel still does.
_LINES: Final = ("jsonl", "ndjson", "jsonlines", "json-lines", "stream+json")
_SEQUENCES: Final = ("json-seq",)


@lru_cache(maxsize=1024)
def find_framing(media_type: str) -> Framing | None:
    """Return the framing of a media type, or None if it is not a sequence of items."""
    essence = media_type.partition(";")[0].strip()
    if essence == "text/event-stream":
        return Framing.EVENT_DATA
    if essence.endswith(_SEQUENCES):
        return Framing.SEQUENCE
    return Framing.LINES if essence.endswith(_LINES) else None


def is_stream(media_type: str) -> bool:
    """Return whether a body of this media type is a sequence of items."""
    return find_framing(media_type) is not None


def find_items(api: Api, content: Content) -> Items | None:
    """Return the items of a body, or None if the body is a single value.

    `itemSchema` describes an item (OpenAPI 3.2, section 4.14.3.1), and so does `schema`
    if it describes an array of items. Before 3.2, authors use `schema` for a single
    item: of 27 documents examined, 6 have an object there that describes an item
    (OpenAI, Otoroshi, Vercel), and one has an array. A string (13 documents, and the
    default of frameworks) describes the whole stream and defines no item. The same
    holds for other scalars, except binary data, which is a file.
    """
    framing = find_framing(content.media_type)
    if framing is None:
        return None
    if content.item is not None:
        return _described(api, framing, content.item)
    if content.type is None:
        return Items(framing)
    item = api.types[content.type]
    if isinstance(item, Scalar):
        is_file = item.kind is ScalarKind.BINARY
        return None if is_file and framing is not Framing.EVENT_DATA else Items(framing)
    if isinstance(item, ListOf):
        made = _described(api, framing, item.items)
        return Items(made.framing, made.type, nullable=item.nullable_items)
    if isinstance(item, Choice):
        return Items(framing)
    return _described(api, framing, content.type)


def _described(api: Api, framing: Framing, type_id: TypeId) -> Items:
    if framing is not Framing.EVENT_DATA or not _is_event(api, type_id):
        return Items(framing, type_id)
    data = _find_data(api, type_id)
    if data is not None:
        return Items(framing, data.type, nullable=data.nullable)
    return Items(Framing.EVENTS, type_id)


def _find_data(api: Api, type_id: TypeId) -> Field | None:
    """Return the data of an event if the type of the event defines nothing else.

    FastAPI describes every stream with all fields of the format, and the model of the
    application in the data. An item is then the data. An author who selects fields, or
    restricts the names of events, describes the whole event.
    """
    item = api.types[type_id]
    if not isinstance(item, Record):
        return None
    fields = {field.name: field for field in item.fields}
    if fields.keys() != EVENT_FIELDS:
        return None
    data = fields.pop("data")
    if data.presence is not Presence.REQUIRED or _is_scalar(
        api, data, ScalarKind.STRING
    ):
        return None
    is_open = all(
        _is_scalar(
            api, field, ScalarKind.INTEGER if name == "retry" else ScalarKind.STRING
        )
        for name, field in fields.items()
    )
    return data if is_open else None


def _is_scalar(api: Api, field: Field, kind: ScalarKind) -> bool:
    item = api.types[field.type]
    return isinstance(item, Scalar) and item.kind is kind


def _is_event(api: Api, type_id: TypeId) -> bool:
    """Return whether a type is that of a whole event (OpenAPI 3.2, section 4.14.3.2).

    OpenAPI 3.2, ASP.NET and Speakeasy describe whole events; others describe the
    content of `data`.
    """
    item = api.types[type_id]
    if isinstance(item, UnionOf):
        return all(_is_event(api, member) for member in item.members)
    if not isinstance(item, Record):
        return False
    names = {field.name for field in item.fields}
    return "data" in names and names <= EVENT_FIELDS
