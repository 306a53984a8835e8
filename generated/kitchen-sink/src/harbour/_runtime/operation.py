"""An operation of the API as data."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, field
from typing import (
    TYPE_CHECKING,
    Final,
    Generic,
    Literal,
    NamedTuple,
    TypeAlias,
    TypeVar,
    final,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

T_co = TypeVar("T_co", covariant=True)

Style: TypeAlias = str
"""How a value that has parts is written (OpenAPI 3.1, section 4.8.12.3).

`simple label matrix form spaceDelimited pipeDelimited tabDelimited deepObject cookie`,
each with `*` behind it for explode, or `json`. A `+` before it leaves reserved
characters as they are (`allowReserved`)."""

Security: TypeAlias = "tuple[tuple[str, ...], ...]"
"""Alternatives, each a tuple of scheme keys that are needed together. An empty
alternative, or no alternative at all, needs no credential."""


@final
class Anything:
    """The type of `ANY`."""

    __slots__ = ()

    def __repr__(self) -> str:
        return "ANY"

    def __reduce__(self) -> str:
        return "ANY"


ANY: Final = Anything()
"""Decoded JSON as it is."""


@dataclass(frozen=True, slots=True)
class ListOf:
    """A JSON array of one type."""

    items: TypeRef


@dataclass(frozen=True, slots=True)
class MapOf:
    """A JSON object whose values have one type."""

    values: TypeRef


@dataclass(frozen=True, slots=True)
class Nullable:
    """JSON of one type, or null."""

    value: TypeRef


TypeRef: TypeAlias = "str | type | ListOf | MapOf | Nullable | Anything"
"""A type without its import: the name of a model, a Python type, or one made of them."""

Returns: TypeAlias = "TypeRef | Mapping[str, TypeRef | None] | None"
"""What an operation returns: a type; a type by status (`200`, `2XX`, `default`); None
where there is nothing to return."""


Streaming: TypeAlias = Literal["", "sse", "sse-event", "jsonl", "json-seq"]
"""How the items of a stream are told apart, and what of them has the returned type: the
data of a server-sent event, such an event as an object with `event data id retry`, a
line, or a value of a JSON text sequence. Empty for what is no stream."""


class Part(NamedTuple):
    """How one property of a form or multipart body travels.

    Attributes:
        style: As for a query parameter; empty for the default.
        content_type: The media type of the part; empty for the default.
    """

    style: Style = ""
    content_type: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Operation(Generic[T_co]):
    """One operation; its parameter is the type that the call returns.

    Attributes:
        method: In upper case.
        path: The template, with placeholders by wire name: `/invoices/{invoice}`.
        returns: What a successful answer holds; of a stream, what one item is.
        errors: Status, range or `default` -> the documented error body.
        styles: Place (`path`, `query`, `header`, `cookie`) -> wire name -> style, where
            it is not the default: `simple` for path and header, `form*` for the others.
            What stands under `querystring` is given as a query parameter, and its value
            is the query string.
        body: Media type of the request body; empty when there is none.
        body_required: Whether a body is sent even if all of its properties are omitted.
        parts: Form and multipart bodies: property -> how it travels.
        accept: The `Accept` header.
        query: Fixed query parameters.
        security: The alternatives; None for those of the whole API.
        base_url: The server of this operation alone, absolute or relative.
        idempotency_header: The header that carries an idempotency key; the client makes
            one where the caller gives none.
    """

    method: str
    path: str
    _: KW_ONLY
    returns: Returns = None
    errors: Mapping[str, TypeRef] = field(default_factory=dict[str, TypeRef])
    styles: Mapping[str, Mapping[str, Style]] = field(
        default_factory=dict[str, "Mapping[str, Style]"]
    )
    body: str = ""
    body_required: bool = False
    parts: Mapping[str, Part] = field(default_factory=dict[str, Part])
    accept: str = "application/json"
    query: Mapping[str, str] = field(default_factory=dict[str, str])
    security: Security | None = None
    base_url: str | None = None
    stream: Streaming = ""
    idempotency_header: str = ""
