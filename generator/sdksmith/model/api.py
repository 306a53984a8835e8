"""The operation model: an API as data, free of any specification version and of Python."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from ..jsondata import JsonValue
    from .pagehints import PagingHints
    from .types import Type, TypeId


class Place(StrEnum):
    """Where a parameter travels (OpenAPI 3.1, section 4.8.12.1)."""

    PATH = "path"
    QUERY = "query"
    QUERYSTRING = "querystring"
    """The whole query string is the value (OpenAPI 3.2, section 4.12.1)."""
    HEADER = "header"
    COOKIE = "cookie"


class Style(StrEnum):
    """How a value that has parts is written (OpenAPI 3.1, section 4.8.12.3)."""

    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    FORM = "form"
    SPACE = "spaceDelimited"
    PIPE = "pipeDelimited"
    TAB = "tabDelimited"
    """`collectionFormat: tsv` of Swagger 2.0, which OpenAPI 3 dropped."""
    DEEP = "deepObject"
    COOKIE = "cookie"
    """As `form`, but nothing is percent-encoded (OpenAPI 3.2, section 4.12.3)."""


class PathText(Struct, frozen=True):
    """A fixed part of a path template."""

    text: str


class PathSlot(Struct, frozen=True):
    """A placeholder of a path template, by the wire name of its parameter."""

    name: str


class PathTemplate(Struct, frozen=True):
    """A path, parsed: each segment is a run of fixed text and placeholders.

    Attributes:
        segments: What stands between slashes; after a trailing one, nothing does.
    """

    segments: tuple[tuple[PathText | PathSlot, ...], ...]


class Header(Struct, frozen=True):
    """A header of a response, or of a part of a body.

    Attributes:
        explode: Whether the keys of an object stand before its values as `key=value`.
        media_type: How the value is serialised when `content` says so, else empty.
    """

    name: str
    type: TypeId
    description: str = ""
    required: bool = False
    deprecated: bool = False
    explode: bool = False
    media_type: str = ""


class PartEncoding(Struct, frozen=True):
    """How one property of a form or multipart body travels.

    Attributes:
        property_name: Empty for one that holds by position (OpenAPI 3.2, 4.14).
        content_type: The first of those that it may have.
        headers: Those of the part, beside its Content-Type.
    """

    property_name: str
    content_type: str = ""
    style: Style = Style.FORM
    explode: bool = True
    allow_reserved: bool = False
    headers: tuple[Header, ...] = ()


class Parameter(Struct, frozen=True):
    """A parameter of an operation.

    Attributes:
        name: The wire name.
        explode: Whether parts are repeated rather than joined.
        allow_reserved: Whether reserved characters travel unescaped.
        allow_empty: Whether the name may stand without a value.
        media_type: How the value is serialised when `content` says so, else empty.
        encodings: How its properties travel when `media_type` is that of a form.
        fixed: The one value it always has, taken from a query string in the path.
    """

    name: str
    place: Place
    type: TypeId
    required: bool
    style: Style
    explode: bool
    nullable: bool = False
    allow_reserved: bool = False
    allow_empty: bool = False
    media_type: str = ""
    encodings: tuple[PartEncoding, ...] = ()
    description: str = ""
    deprecated: bool = False
    default: JsonValue = None
    examples: tuple[JsonValue, ...] = ()
    fixed: str | None = None
    pointer: str = ""


class Content(Struct, frozen=True):
    """A body in one media type.

    Attributes:
        media_type: As written, without surrounding space, in lower case.
        type: The type of the whole body; None when nobody described it.
        item: The type of each item of a sequence (OpenAPI 3.2, section 4.14.3).
        first_encodings: How the first parts travel, by position.
        item_encoding: How each further part travels.
    """

    media_type: str
    type: TypeId | None
    nullable: bool = False
    item: TypeId | None = None
    encodings: tuple[PartEncoding, ...] = ()
    first_encodings: tuple[PartEncoding, ...] = ()
    item_encoding: PartEncoding | None = None
    examples: tuple[JsonValue, ...] = ()


class Body(Struct, frozen=True):
    """What an operation sends.

    Attributes:
        contents: The alternatives, in document order.
    """

    required: bool
    contents: tuple[Content, ...]
    description: str = ""
    pointer: str = ""


class Link(Struct, frozen=True):
    """What can be called with values of a response.

    Attributes:
        operation: An operationId, or a reference to an operation.
        parameters: Name, with its place if that is said, and expression or constant.
        body: The same for the whole body; None when there is none.
    """

    name: str
    operation: str = ""
    parameters: tuple[tuple[str, JsonValue], ...] = ()
    body: JsonValue = None
    description: str = ""
    server: Server | None = None


class Response(Struct, frozen=True):
    """What an operation answers with.

    Attributes:
        status: `200`, a range such as `2XX`, or `default`.
        contents: The alternatives; empty when the answer has no body.
    """

    status: str
    contents: tuple[Content, ...] = ()
    headers: tuple[Header, ...] = ()
    links: tuple[Link, ...] = ()
    summary: str = ""
    description: str = ""
    pointer: str = ""


class Variable(Struct, frozen=True):
    """A variable of a server URL."""

    name: str
    default: str
    values: tuple[str, ...] = ()
    description: str = ""


class Server(Struct, frozen=True):
    """A base URL, absolute or relative, with or without `{variables}`.

    Attributes:
        name: What the document calls it (OpenAPI 3.2, section 4.5), if anything.
    """

    url: str
    variables: tuple[Variable, ...] = ()
    description: str = ""
    name: str = ""


class SchemeKind(StrEnum):
    """How credentials travel."""

    API_KEY = "apiKey"
    BASIC = "basic"
    BEARER = "bearer"
    HTTP = "http"
    """Another scheme of the Authorization header, named by `SecurityScheme.scheme`."""
    OAUTH2 = "oauth2"
    OPENID = "openIdConnect"
    MUTUAL_TLS = "mutualTLS"


class OAuthFlow(Struct, frozen=True):
    """One way to get a token."""

    kind: str
    token_url: str = ""
    authorization_url: str = ""
    refresh_url: str = ""
    device_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


class SecurityScheme(Struct, frozen=True):
    """A way to authenticate.

    Attributes:
        key: The name of the scheme in the document.
        place: Where an API key travels.
        name: The parameter name of an API key.
        scheme: The scheme of the Authorization header, in lower case.
        url: Where the metadata of OAuth 2 or OpenID Connect are.
        environment: The environment variable that settings name for its credential.
        argument: The constructor argument that settings name for its credential.
    """

    key: str
    kind: SchemeKind
    place: Place = Place.HEADER
    name: str = ""
    scheme: str = ""
    flows: tuple[OAuthFlow, ...] = ()
    url: str = ""
    description: str = ""
    deprecated: bool = False
    environment: str = ""
    argument: str = ""
    pointer: str = ""


class Requirement(Struct, frozen=True):
    """One scheme of a security alternative, with the scopes it needs."""

    scheme: str
    scopes: tuple[str, ...] = ()


Alternative: TypeAlias = tuple[Requirement, ...]
"""Schemes that are needed together; the empty tuple means none is needed."""


class NameHints(Struct, frozen=True):
    """Names that the document itself gives to an operation of an SDK.

    Attributes:
        group: The resource chain, from `x-sdksmith-group` or a vendor's extension.
        method: The method name, likewise.
        is_whole: Whether `group` is the whole chain even where it is empty, so that
            the method is one of the client itself.
    """

    group: tuple[str, ...] = ()
    method: str = ""
    is_whole: bool = False


class Webhook(Struct, frozen=True):
    """A request that the API makes: a webhook, or a callback of an operation.

    Attributes:
        name: The name of the webhook or callback in the document.
        method: In upper case.
        url: Where a callback goes, as a runtime expression (OpenAPI 3.1, 4.8.18.1);
            empty for a webhook.
        parameters: What the request carries beside its body.
        pointer: Where it stands in the upgraded document, as a target of references.
    """

    name: str
    method: str
    pointer: str
    url: str = ""
    id: str = ""
    summary: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    deprecated: bool = False
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()


class Operation(Struct, frozen=True):
    """One call.

    Attributes:
        method: In upper case.
        id: The operationId, unique after repair; empty when there is none.
        security: The alternatives, of which one suffices; empty when none is needed.
        pointer: Where it stands in the upgraded document.
        paging: What is said about its pages; None where nothing is.
    """

    method: str
    path: PathTemplate
    id: str
    pointer: str
    summary: str = ""
    description: str = ""
    tags: tuple[str, ...] = ()
    deprecated: bool = False
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[Alternative, ...] = ()
    servers: tuple[Server, ...] = ()
    callbacks: tuple[Webhook, ...] = ()
    hints: NameHints = NameHints()
    external_docs: str = ""
    paging: PagingHints | None = None


class ErrorCode(Struct, frozen=True):
    """An error number of the API itself, which is no HTTP status."""

    code: str
    description: str


class Tag(Struct, frozen=True):
    """A group of operations, as the document describes it.

    Attributes:
        summary: A short title (this and the following: OpenAPI 3.2, section 4.22).
        parent: The name of the tag that this one belongs to.
        kind: What the tag is for: `nav`, `badge`, `audience` or a word of one's own.
    """

    name: str
    description: str = ""
    summary: str = ""
    parent: str = ""
    kind: str = ""


class Api(Struct, frozen=True):
    """A whole API.

    Attributes:
        types: The arena; a `TypeId` is an index into it.
        schemas: The component schemas by name, in document order.
        operations_there: How many operations the document has, made or not.
        security: The alternatives that `Operation.security` has where it says nothing.
    """

    title: str
    version: str
    description: str
    servers: tuple[Server, ...]
    tags: tuple[Tag, ...]
    types: tuple[Type, ...]
    schemas: tuple[tuple[str, TypeId], ...]
    operations: tuple[Operation, ...]
    operations_there: int
    security_schemes: tuple[SecurityScheme, ...]
    error_codes: tuple[ErrorCode, ...]
    external_docs: str = ""
    security: tuple[Alternative, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
