"""Media types of responses: which one the client requests, and how it is read."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

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
from .formats import (
    essence,
    has_other_format,
    is_json,
    is_text,
    rank_media_type,
)
from .streams import find_items, is_stream

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...model.api import Api, Content, Operation, Response
    from ...model.types import TypeId
    from .streams import Items


class Reading(StrEnum):
    """How the body of a response is read."""

    NOTHING = "nothing"
    JSON = "json"
    TEXT = "text"
    BYTES = "bytes"
    STREAM = "stream"
    """Read item by item as it arrives."""


class PlannedResponse(Struct, frozen=True):
    """A response of an operation, in the media type that the client requests.

    Attributes:
        status: The status as in the document: `200`, `2XX` or `default`.
        reading: How the body is read.
        type: The type of a JSON body; None if it has no schema.
        nullable: Whether the body, or an item of a stream, may be null.
        accept: The media type for the Accept header; empty if none is requested.
        description: The description in the document.
        items: The items of a stream; None if the response is not a stream.
    """

    status: str
    reading: Reading
    type: TypeId | None = None
    nullable: bool = False
    accept: str = ""
    description: str = ""
    items: Items | None = None

    @property
    def described(self) -> TypeId | None:
        """The type of the body, or of each item of a stream."""
        return self.type if self.items is None else self.items.type


_STRUCTURES = ListOf | TupleOf | MapOf | Record | UnionOf
_BESIDE_STREAMS = frozenset({Reading.STREAM, Reading.NOTHING})
_WITHOUT_BODY = frozenset({"204", "205", "304"})


def choose_content(api: Api, contents: Sequence[Content]) -> Content | None:
    """Return the alternative that the client requests; None without alternatives.

    JSON is preferred to text, and text to everything else. Bytes and streams are
    preferred to JSON without a schema, which FastAPI lists in addition to the actual
    response of an operation.
    """
    if len(contents) < 2:
        return contents[0] if contents else None
    others = [item for item in contents if is_binary(api, item)]
    others += [item for item in contents if is_stream(item.media_type)]
    wholes = [item for item in contents if not is_stream(item.media_type)]
    if others and not any(_is_described(api, item) for item in wholes):
        contents = others
    # `min` returns the first of equal alternatives, in the order of the document.
    return min(contents, key=lambda content: rank_content(api, content))


def rank_content(api: Api, content: Content) -> int:
    """Return the rank of a media type with its schema; see `rank_media_type`."""
    return rank_media_type(content.media_type, is_binary=is_binary(api, content))


def is_binary(api: Api, content: Content) -> bool:
    """Return whether the schema of a media type describes binary data."""
    item = None if content.type is None else api.types[content.type]
    return isinstance(item, Scalar) and item.kind is ScalarKind.BINARY


def is_any_text(api: Api, content: Content) -> bool:
    """Return whether a body is a string in an unspecified media type.

    Frameworks describe plain text as a string in `*/*`. A string in JSON has quotes.
    """
    item = None if content.type is None else api.types[content.type]
    is_string = isinstance(item, Scalar | Choice) and item.kind is ScalarKind.STRING
    return is_string and essence(content.media_type) in {"*/*", "*"}


def is_structure(api: Api, content: Content) -> bool:
    """Return whether the schema of a media type describes an object, array or union."""
    item = None if content.type is None else api.types[content.type]
    return isinstance(item, _STRUCTURES)


def _is_described(api: Api, content: Content) -> bool:
    item = None if content.type is None else api.types[content.type]
    return item is not None and not (
        isinstance(item, Scalar) and item.kind in {ScalarKind.ANY, ScalarKind.BINARY}
    )


def success_responses(api: Api, operation: Operation) -> tuple[PlannedResponse, ...]:
    """Return the success responses sorted by status; there is always at least one.

    Without a 2xx response, `default` is the success response. If the only success
    response has no content, its body is read as JSON, because documents often omit the
    content.
    """
    responses = [item for item in operation.responses if item.status[:1] == "2"]
    if not responses:
        responses = [item for item in operation.responses if item.status == "default"]
    if operation.method == "HEAD":
        return (PlannedResponse("default", Reading.NOTHING),)
    if not responses:
        return (PlannedResponse("default", Reading.JSON),)
    is_only = len(responses) == 1
    planned = [
        _read_response(api, item, is_only=is_only)
        for item in sorted(responses, key=lambda item: item.status)
    ]
    if any(item.reading not in _BESIDE_STREAMS for item in planned):
        planned = [_as_text(item) for item in planned]
    return tuple(planned)


def error_responses(api: Api, operation: Operation) -> tuple[PlannedResponse, ...]:
    """Return the error responses sorted by status."""
    has_success = any(item.status[:1] == "2" for item in operation.responses)
    responses = [
        item
        for item in operation.responses
        if item.status[:1] in {"4", "5"} or (item.status == "default" and has_success)
    ]
    return tuple(
        _as_text(_read_response(api, item, is_only=False))
        for item in sorted(responses, key=lambda item: item.status)
    )


def _as_text(response: PlannedResponse) -> PlannedResponse:
    """Return a stream as text.

    A method must return a stream either always or never.
    """
    if response.items is None:
        return response
    return replace(response, reading=Reading.TEXT, items=None)


def _read_response(api: Api, response: Response, *, is_only: bool) -> PlannedResponse:
    status, description = response.status, response.description or response.summary
    content = choose_content(api, response.contents)
    if status in _WITHOUT_BODY:
        return PlannedResponse(status, Reading.NOTHING, description=description)
    if content is None:
        reading = Reading.JSON if is_only else Reading.NOTHING
        return PlannedResponse(status, reading, description=description)
    reading = reading_of(api, content)
    type_id = content.type if reading is Reading.JSON else None
    accept = _accept(content, reading)
    items = find_items(api, content) if reading is Reading.STREAM else None
    nullable = content.nullable if items is None else items.nullable
    return PlannedResponse(
        status, reading, type_id, nullable, accept, description, items
    )


def _accept(content: Content, reading: Reading) -> str:
    """Return the value of the Accept header; empty for the default, which is JSON."""
    name = content.media_type
    if "/" not in name:
        return "" if reading is Reading.JSON else "*/*"
    return "" if "*" in name and reading is Reading.JSON else name


def reading_of(api: Api, content: Content) -> Reading:
    """Return how a response in one media type is read."""
    media_type = content.media_type
    if find_items(api, content) is not None:
        return Reading.STREAM
    if is_binary(api, content):
        return Reading.TEXT if media_type.startswith("text/") else Reading.BYTES
    if is_any_text(api, content):
        return Reading.TEXT
    may_be_json = is_structure(api, content) and not has_other_format(media_type)
    if is_json(media_type) or may_be_json:
        return Reading.JSON
    return Reading.TEXT if is_text(media_type) else Reading.BYTES
