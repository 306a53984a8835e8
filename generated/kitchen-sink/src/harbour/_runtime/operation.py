"""Data types that describe an operation of the API."""

from __future__ import annotations

from dataclasses import KW_ONLY, dataclass, field
from typing import TYPE_CHECKING, Generic, Literal, NamedTuple, TypeAlias, TypeVar

from .response.references import TypeRef

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from .encoding.styles import Style
    from .request.security import Security, SecurityScheme
    from .response.references import Returns, Shape

T_co = TypeVar("T_co", covariant=True)

Streaming: TypeAlias = Literal["", "sse", "sse-event", "jsonl", "json-seq"]
"""Format of a streamed response.

- `sse`: Server-sent events. An item is the data of an event.
- `sse-event`: Server-sent events. An item is the event as an object with the properties
  `event`, `data`, `id` and `retry`.
- `jsonl`: JSON lines. An item is a line.
- `json-seq`: A JSON text sequence (RFC 7464). An item is a value.
- Empty string: The operation does not stream."""


class Part(NamedTuple):
    """Encoding of one property of a form or multipart body.

    Attributes:
        style: Serialization style, as for a query parameter. Empty for the default.
        content_type: Media type of the part. Empty for the default.
    """

    style: Style = ""
    content_type: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Operation(Generic[T_co]):
    """An operation of the API. The type parameter is the type that a call returns.

    Names of parameters and properties are those of the API document.

    Attributes:
        method: HTTP method in upper case.
        path: Path template, for example `/invoices/{invoice}`.
        returns: Type of a successful response. For a stream, the type of an item.
        errors: Types of the documented error bodies by status (`404`), range (`4XX`) or
            `default`.
        styles: Serialization styles that differ from the default, by location (`path`,
            `query`, `header`, `cookie`) and parameter name. The default is `simple` for
            path and header parameters and `form*` for the others. A parameter listed
            under the location `querystring` is passed as a query parameter, and its
            value becomes the query string.
        body: Media type of the request body. Empty if the operation has no body.
        body_required: Whether a body is sent even if all of its properties are omitted.
        parts: Encoding of the properties of a form or multipart body, by property name.
        accept: Value of the `Accept` header.
        query: Query parameters with fixed values.
        required: Names of required parameters by location (`query`, `header`,
            `cookie`). None is refused for them; for others, it is not sent.
        allow_empty: Names of query parameters for which None is sent as an empty value
            (`allowEmptyValue`).
        formats: Shapes of arguments that are not sent according to their Python type
            alone, by location (`path`, `query`, `header`, `cookie`, `body`) and name.
            The name of a whole body is empty.
        security: Alternative security requirements. None for those of the `Service`.
        base_url: Server of this operation, either absolute or relative to the base URL
            of the client. None for the base URL of the client.
        stream: Format of a streamed response. Empty if the operation does not stream.
        idempotency_header: Header that carries the idempotency key. The client
            generates a key if the caller does not pass one. Empty if the operation does
            not define such a header.
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
    required: Mapping[str, Collection[str]] = field(
        default_factory=dict[str, "Collection[str]"]
    )
    allow_empty: Collection[str] = ()
    formats: Mapping[str, Mapping[str, Shape]] = field(
        default_factory=dict[str, "Mapping[str, Shape]"]
    )
    security: Security | None = None
    base_url: str | None = None
    stream: Streaming = ""
    idempotency_header: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Service:
    """An API. Contains no secrets.

    Attributes:
        user_agent: Name and version of the distribution, for example `acme-client/1.0`.
        base_url: URL of the server in the API document, either absolute, relative or
            None. It may contain variables: `https://{region}.example.com`.
        servers: URLs of the named servers, by name.
        base_url_environment: Environment variable that contains the base URL if the
            argument `base_url` is not given. Empty for none.
        log_environment: Environment variable that enables the log. Empty for none.
        variables: Variables of the base URL with their default values. If a default is
            empty, the constructor argument is required.
        schemes: Security schemes by key.
        security: Alternative security requirements of operations that define none.
        models: Import name of the package that contains the models. Empty for the
            package `models` next to the runtime.
        idempotency_header: Header that carries an idempotency key in each call whose
            HTTP method is not idempotent. Empty if only single operations use such a
            header.
    """

    user_agent: str
    base_url: str | None = None
    servers: Mapping[str, str] = field(default_factory=dict[str, str])
    base_url_environment: str = ""
    log_environment: str = ""
    variables: Mapping[str, str] = field(default_factory=dict[str, str])
    schemes: Mapping[str, SecurityScheme] = field(
        default_factory=dict[str, "SecurityScheme"]
    )
    security: Security = ()
    models: str = ""
    idempotency_header: str = ""
