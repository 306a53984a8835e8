"""Operation model: an API as data, independent of specification version and Python."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

from msgspec import Struct

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..json_data import JsonValue
    from .paging_hints import PagingHints
    from .types import Type, TypeId


class Place(StrEnum):
    """Location of a parameter in the request (OpenAPI 3.1, section 4.8.12.1)."""

    PATH = "path"
    QUERY = "query"
    QUERYSTRING = "querystring"
    """The value is the whole query string (OpenAPI 3.2, section 4.12.1)."""
    HEADER = "header"
    COOKIE = "cookie"


class Style(StrEnum):
    """Serialization style of arrays and objects (OpenAPI 3.1, section 4.8.12.3)."""

    SIMPLE = "simple"
    LABEL = "label"
    MATRIX = "matrix"
    FORM = "form"
    SPACE = "spaceDelimited"
    PIPE = "pipeDelimited"
    TAB = "tabDelimited"
    """`collectionFormat: tsv` of Swagger 2.0, which OpenAPI 3 does not have."""
    DEEP = "deepObject"
    COOKIE = "cookie"
    """Like `form`, without percent-encoding (OpenAPI 3.2, section 4.12.3)."""


class PathText(Struct, frozen=True):
    """A fixed part of a path template."""

    text: str


class PathSlot(Struct, frozen=True):
    """A placeholder of a path template, with the wire name of its parameter."""

    name: str


class PathTemplate(Struct, frozen=True):
    """A parsed path: each segment is a sequence of fixed text and placeholders.

    Attributes:
        segments: The segments between slashes; the one after a trailing slash is empty.
    """

    segments: tuple[tuple[PathText | PathSlot, ...], ...]


class Header(Struct, frozen=True):
    """A header of a response, or of a part of a body.

    Attributes:
        explode: Whether an object is serialized as `key=value` pairs.
        media_type: Media type of the value if `content` defines it; empty otherwise.
    """

    name: str
    type: TypeId
    description: str = ""
    required: bool = False
    deprecated: bool = False
    explode: bool = False
    media_type: str = ""


class PartEncoding(Struct, frozen=True):
    """Encoding of one property of a form or multipart body.

    Attributes:
        property_name: Empty for an encoding by position (OpenAPI 3.2, section 4.14).
        content_type: The first of the allowed content types.
        content: Type of the value that a string contains as JSON; None for other
            properties.
        headers: Headers of the part, without its Content-Type.
    """

    property_name: str
    content_type: str = ""
    content: TypeId | None = None
    style: Style = Style.FORM
    explode: bool = True
    allow_reserved: bool = False
    headers: tuple[Header, ...] = ()


class Parameter(Struct, frozen=True):
    """A parameter of an operation.

    Attributes:
        name: Wire name.
        explode: Whether parts are repeated rather than joined.
        allow_reserved: Whether reserved characters are sent unescaped.
        allow_empty: Whether the name may be sent without a value.
        media_type: Media type of the value if `content` defines it; empty otherwise.
        encodings: Encodings of its properties if `media_type` is that of a form.
        fixed: Constant value, taken from a query string in the path.
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
        media_type: Media type with its parameters, stripped and in lower case.
        type: Type of the whole body; None if the document does not define it.
        item: Type of each item of a sequence (OpenAPI 3.2, section 4.14.3).
        first_encodings: Encodings of the first parts, by position.
        item_encoding: Encoding of each further part.
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
    """The request body of an operation.

    Attributes:
        contents: Alternative media types, in document order.
    """

    required: bool
    contents: tuple[Content, ...]
    description: str = ""
    pointer: str = ""


class Link(Struct, frozen=True):
    """A link: an operation that can be called with values of a response.

    Attributes:
        operation: An operationId, or a reference to an operation.
        parameters: Name, optionally with its location, and expression or constant.
        body: Expression or constant for the whole body; None if not defined.
    """

    name: str
    operation: str = ""
    parameters: tuple[tuple[str, JsonValue], ...] = ()
    body: JsonValue = None
    description: str = ""
    server: Server | None = None


class Response(Struct, frozen=True):
    """A response of an operation.

    Attributes:
        status: `200`, a range such as `2XX`, or `default`.
        contents: Alternative media types; empty if the response has no body.
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
        name: Name of the server (OpenAPI 3.2, section 4.5); empty if not defined.
    """

    url: str
    variables: tuple[Variable, ...] = ()
    description: str = ""
    name: str = ""


class SchemeKind(StrEnum):
    """Kind of a security scheme."""

    API_KEY = "apiKey"
    BASIC = "basic"
    BEARER = "bearer"
    HTTP = "http"
    """Another scheme of the Authorization header; see `SecurityScheme.scheme`."""
    OAUTH2 = "oauth2"
    OPENID = "openIdConnect"
    MUTUAL_TLS = "mutualTLS"


class OAuthFlow(Struct, frozen=True):
    """An OAuth 2 flow: one way to get a token."""

    kind: str
    token_url: str = ""
    authorization_url: str = ""
    refresh_url: str = ""
    device_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


class SecurityScheme(Struct, frozen=True):
    """A security scheme.

    Attributes:
        key: Name of the scheme in the document.
        place: Location of an API key in the request.
        name: Parameter name of an API key.
        scheme: Scheme of the Authorization header, as the document spells it.
        url: URL of the OAuth 2 or OpenID Connect metadata.
        environment: Environment variable for the credential, from the settings.
        argument: Constructor argument for the credential, from the settings.
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
    """One scheme of a security alternative, with the required scopes."""

    scheme: str
    scopes: tuple[str, ...] = ()


Alternative: TypeAlias = tuple[Requirement, ...]
"""Schemes that are required together; an empty tuple means that none is required."""


class NameHints(Struct, frozen=True):
    """Names that the document defines for an operation in an SDK.

    Attributes:
        group: Resource chain, from `x-sdksmith-group` or a vendor's extension.
        method: Method name, from `x-sdksmith-method` or a vendor's extension.
        is_complete: Whether `group` is the whole chain even if it is empty. With an empty
            chain, the method is defined on the client itself.
    """

    group: tuple[str, ...] = ()
    method: str = ""
    is_complete: bool = False


class Webhook(Struct, frozen=True):
    """A request sent by the API: a webhook, or a callback of an operation.

    Attributes:
        name: Name of the webhook or callback in the document.
        method: HTTP method in upper case.
        pointer: Pointer in the upgraded document, as a target of references.
        url: Runtime expression for the URL of a callback (OpenAPI 3.1, section
            4.8.18.1); empty for a webhook.
        parameters: Parameters of the request, without its body.
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
    """An operation of the API.

    Attributes:
        method: HTTP method in upper case.
        id: The operationId, unique after repair; empty if not defined.
        pointer: Pointer in the upgraded document.
        security: Alternatives, one of which suffices; empty if none is required.
        paging: Explicit pagination hints; None if not defined.
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
    """An error code defined by the API, as opposed to an HTTP status code."""

    code: str
    description: str


class Tag(Struct, frozen=True):
    """A tag: a group of operations.

    Attributes:
        summary: Short title (this and the fields below: OpenAPI 3.2, section 4.22).
        parent: Name of the tag that contains this one.
        kind: Purpose of the tag: `nav`, `badge`, `audience` or a custom word.
    """

    name: str
    description: str = ""
    summary: str = ""
    parent: str = ""
    kind: str = ""


class SchemaPlace(Struct, frozen=True):
    """A place of a schema in the upgraded document.

    Attributes:
        pointer: Pointer of the schema.
        words: Its name words, as in `TypeMeta.context`.
    """

    pointer: str
    words: tuple[str, ...]


class Api(Struct, frozen=True):
    """A whole API.

    Attributes:
        types: All types; a `TypeId` is an index into this tuple.
        schemas: Component schemas by name, in document order.
        operations_total: Number of operations in the document, including omitted ones.
        security: Default of `Operation.security`, for operations without `security`.
        places: Pointer of a type that stands for equal schemas, or of a type inside of one
            -> all places where it is, with their name words. Only filled on request.
    """

    title: str
    version: str
    description: str
    servers: tuple[Server, ...]
    tags: tuple[Tag, ...]
    types: tuple[Type, ...]
    schemas: tuple[tuple[str, TypeId], ...]
    operations: tuple[Operation, ...]
    operations_total: int
    security_schemes: tuple[SecurityScheme, ...]
    error_codes: tuple[ErrorCode, ...]
    external_docs: str = ""
    security: tuple[Alternative, ...] = ()
    webhooks: tuple[Webhook, ...] = ()
    places: Mapping[str, tuple[SchemaPlace, ...]] = MappingProxyType({})
