"""Surface of a client: what its callers see, and what it sends and receives.

A surface is stored in the folder of each client, so that the next one can be compared with
it. Types are stored as source, with the names that callers use: `models.Order | None`.
"""

from __future__ import annotations

from msgspec import Struct

FORMAT = 1
"""Version of the stored form."""


class Argument(Struct, frozen=True, omit_defaults=True, array_like=True):
    """An argument of a method or of the constructor.

    Attributes:
        name: The Python name.
        type: The annotation.
        default: The default as source; empty for a required argument.
    """

    name: str
    type: str
    default: str = ""


class Method(Struct, frozen=True, omit_defaults=True):
    """A method.

    Attributes:
        route: HTTP method and path template.
        returns: The return annotation.
        pointer: Pointer of the operation in the document, converted to OpenAPI 3.1.
        positional: Arguments that can be passed by position, in order.
        keywords: Keyword-only arguments.
        pages: Kind of pagination; empty if the method does not return pages.
        streams: Whether it returns a stream.
        deprecated: Whether it is deprecated.
        sent: What is sent and read besides what the arguments show: names on the wire,
            styles, media types, security and so on, as source by name.
    """

    route: str
    returns: str
    pointer: str = ""
    positional: tuple[Argument, ...] = ()
    keywords: tuple[Argument, ...] = ()
    pages: str = ""
    streams: bool = False
    deprecated: bool = False
    sent: dict[str, str] = {}


class Field(Struct, frozen=True, omit_defaults=True, array_like=True):
    """A field of a model or a key of a TypedDict.

    Attributes:
        name: The Python name; the key of a TypedDict.
        type: The annotation.
        optional: Whether it can be missing.
        wire: The wire name, if it differs.
    """

    name: str
    type: str
    optional: bool = False
    wire: str = ""


class Definition(Struct, frozen=True, omit_defaults=True):
    """A type that callers can import.

    Attributes:
        kind: `class`, `dict` (a TypedDict) or `alias`.
        pointer: Pointer of its schema in the document, converted to OpenAPI 3.1.
        fields: Fields of a class or TypedDict.
        value: The type of an alias, or of the additional properties of a class.
    """

    kind: str
    pointer: str = ""
    fields: tuple[Field, ...] = ()
    value: str = ""


class Surface(Struct, frozen=True, omit_defaults=True):
    """Surface of a client.

    Attributes:
        package: Import package.
        distribution: Name of the distribution.
        version: Version of the client.
        python: Required Python versions.
        dependencies: Requirements of the distribution.
        options: Arguments of the constructor that depend on the API: credentials and
            variables of the base URL.
        environment: Environment variables that the client reads for them, by argument.
        base_url: Default base URL as source; empty without one.
        servers: Names of the servers to choose from, with their URLs.
        idempotency_header: Header for idempotency keys.
        methods: Methods by their calls without `client.`.
        types: Types by their names: `models.Order`, `params.OrderParam`.
        error_codes: Members of `ErrorCode`, with their values as source.
        webhooks: Functions of the `webhooks` module, with their return annotations.
    """

    package: str
    distribution: str
    version: str
    python: str = ""
    dependencies: tuple[str, ...] = ()
    options: tuple[Argument, ...] = ()
    environment: dict[str, str] = {}
    base_url: str = ""
    servers: dict[str, str] = {}
    idempotency_header: str = ""
    methods: dict[str, Method] = {}
    types: dict[str, Definition] = {}
    error_codes: dict[str, str] = {}
    webhooks: dict[str, str] = {}
