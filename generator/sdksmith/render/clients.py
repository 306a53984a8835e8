"""Constructors of the clients, and the `Service` that describes the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, LiteralString

from msgspec.structs import replace

from ..plan.expressions import (
    BOOL,
    FLOAT,
    INT,
    LITERAL,
    NONE,
    OBJECT,
    STR,
    DictDisplay,
    Generic,
    Keyword,
    Symbol,
    TupleDisplay,
    Union,
    optional,
)
from ..plan.package import ArgumentView, DocView
from ..plan.runtime import runtime
from ..text.markdown import plain_line
from ..text.pysource import Code, code, join, literal
from .docs import full_docs
from .methods import parameter
from .names import (
    RESERVED_IN_RESOURCES,
    ModuleNames,
    ModuleSymbols,
    attributes_of,
    find_symbols,
    is_deferred,
    live_expressions,
    typed_expressions,
)
from .source import Place, Resolution, SourceWriter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..plan.expressions import Expression
    from ..plan.package import ClientView, CredentialView, Package
    from .classes import CallingClass


def service(package: Package, names: ModuleNames) -> Code:
    """Return the statement that defines `_SERVICE`, the API as data for the runtime."""
    call = names.outer.call(
        names.outer.write(_SERVICE), keywords=_service_data(package)
    )
    return code("_SERVICE = {call}", call=call)


def _service_data(package: Package) -> Iterator[Keyword]:
    client = package.client
    yield Keyword("user_agent", literal(f"{package.distribution}/{package.version}"))
    if client.base_url is not None:
        yield Keyword("base_url", client.base_url)
    if client.servers:
        servers = ((item.name, item.url) for item in client.servers)
        yield Keyword("servers", DictDisplay(tuple(servers)))
    if client.base_url_environment:
        yield Keyword("base_url_environment", literal(client.base_url_environment))
    if client.log_environment:
        yield Keyword("log_environment", literal(client.log_environment))
    if client.variables:
        variables = ((item.key, item.value) for item in client.variables)
        yield Keyword("variables", DictDisplay(tuple(variables)))
    if client.credentials:
        schemes = ((item.key, item.scheme) for item in client.credentials)
        yield Keyword("schemes", DictDisplay(tuple(schemes)))
        yield Keyword("security", client.security)
    if client.idempotency_header:
        yield Keyword("idempotency_header", literal(client.idempotency_header))


def _argument(
    name: LiteralString,
    annotation: Expression,
    default: Expression,
    description: str,
) -> ArgumentView:
    return ArgumentView(Code(name), annotation, default, description)


_SERVICE: Final = runtime("Service")
_MAPPING: Final = Symbol("collections.abc", "Mapping")
# The arguments of every client; see `ClientOptions` in the runtime.
_BASE_URL: Final = _argument(
    "base_url", optional(STR), NONE, "Base URL of the API. Overrides the default."
)
_TIMEOUT: Final = _argument(
    "timeout",
    runtime("Timeout"),
    runtime("DEFAULT_TIMEOUT"),
    "Timeout in seconds for connect, read, write and pool, or an `httpx2.Timeout`. "
    "Defaults to 5 for connect and 60 for the others; None disables it.",
)
_DEADLINE: Final = _argument(
    "deadline",
    optional(FLOAT),
    NONE,
    "Maximum total time of a call in seconds, including retries; None disables it.",
)
_MAX_RETRIES: Final = _argument(
    "max_retries",
    INT,
    runtime("DEFAULT_MAX_RETRIES"),
    "Maximum number of retries per call. Defaults to 2.",
)
_HEADERS: Final = _argument(
    "headers",
    optional(Generic(_MAPPING, (STR, Union((STR, runtime("Omit")))))),
    NONE,
    "Additional headers for every request; `omit` removes a default header.",
)
_QUERY: Final = _argument(
    "query",
    optional(Generic(_MAPPING, (STR, OBJECT))),
    NONE,
    "Additional query parameters for every request.",
)
_HTTP2: Final = _argument(
    "http2",
    BOOL,
    literal(False),
    "Whether to use HTTP/2 with servers that support it. Requires the `http2` extra.",
)
_HOOKS: Final = _argument(
    "hooks",
    optional(runtime("Hooks")),
    NONE,
    "Event hooks, called before each request, after each response and before each "
    "retry.",
)
_RESPONSE_VALIDATION: Final = _argument(
    "response_validation",
    runtime("ResponseValidation"),
    literal("lenient"),
    'How to treat responses that do not match their schema: `"lenient"` keeps '
    'mismatched values as received, `"warn"` also issues a '
    '`ResponseValidationWarning`, `"strict"` raises `APIDecodeError`.',
)
_ALLOW_INSECURE_HTTP: Final = _argument(
    "allow_insecure_http",
    BOOL,
    literal(False),
    "Whether to allow sending credentials over unencrypted HTTP. Requests to the local "
    "host are always allowed.",
)
_TRANSPORTS: Final = {
    False: Symbol("httpx2", "BaseTransport"),
    True: Symbol("httpx2", "AsyncBaseTransport"),
}
_HTTP_CLIENTS: Final = {
    False: Symbol("httpx2", "Client"),
    True: Symbol("httpx2", "AsyncClient"),
}
_EVERY_METHOD: Final = (
    "Every method accepts `options` that override the settings of the client for one "
    "call, such as timeout, headers and retries, and raises an `APIStatusError` if the "
    "API returns an error status."
)


def _base_url(client: ClientView) -> ArgumentView:
    if client.base_url is not None:
        return _BASE_URL
    if not client.base_url_environment:
        return ArgumentView(Code("base_url"), STR, None, "Base URL of the API.")
    said = (
        "Base URL of the API. Required unless the environment variable "
        f"`{client.base_url_environment}` is set."
    )
    return replace(_BASE_URL, description=said)


def _arguments(client: ClientView, *, is_async: bool) -> Iterator[ArgumentView]:
    """Yield the arguments of the constructor, required arguments first."""
    http_client = _HTTP_CLIENTS[is_async]
    own = [item.argument for item in client.variables]
    for credential in client.credentials:
        own += [_for_class(item, is_async=is_async) for item in credential.arguments]
    yield from (item for item in own if item.default is None)
    yield _base_url(client)
    if client.servers:
        yield _server_argument(client)
    yield from (item for item in own if item.default is not None)
    yield from (_TIMEOUT, _DEADLINE, _MAX_RETRIES, _HEADERS, _QUERY, _HOOKS)
    yield ArgumentView(
        Code("http_client"),
        optional(http_client),
        NONE,
        f"Custom `httpx2.{http_client.name}`, for example with a proxy or client certificates. It "
        "is not closed with this client.",
    )
    yield ArgumentView(
        Code("transport"),
        optional(_TRANSPORTS[is_async]),
        NONE,
        "Transport used to send requests instead of the network, for example in tests.",
    )
    yield from (_HTTP2, _RESPONSE_VALIDATION, _ALLOW_INSECURE_HTTP)


def _for_class(view: ArgumentView, *, is_async: bool) -> ArgumentView:
    """Return an argument with the annotation of the sync or the async client."""
    if not is_async or view.async_annotation is None:
        return view
    return replace(view, annotation=view.async_annotation)


def _server_argument(client: ClientView) -> ArgumentView:
    names = tuple(item.name for item in client.servers)
    lines = [
        f"- `{item.name}`: {plain_line(item.description)}" if item.description else ""
        for item in client.servers
    ]
    return ArgumentView(
        Code("server"),
        optional(Generic(LITERAL, names)),
        NONE,
        "Name of the server to use.\n\n" + "\n".join(filter(None, lines)),
    )


def constructor(client: ClientView, owner: CallingClass, names: ModuleNames) -> Code:
    """Return the `def` line of `__init__`."""
    arguments = _arguments(client, is_async=owner.is_async)
    parameters = [parameter(item, names.inner) for item in arguments]
    return code(
        "def __init__(self, *, {parameters}) -> None:",
        parameters=join(", ", parameters),
    )


def constructor_docs(client: ClientView, owner: CallingClass, indent: int) -> Code:
    """Return the docstring of a client, including the arguments of its constructor."""
    description = "" if owner.is_async else client.description
    doc = DocView(
        summary=owner.description,
        body="\n\n".join(filter(None, [description, _EVERY_METHOD])),
        arguments=tuple(_arguments(client, is_async=owner.is_async)),
    )
    return full_docs(doc, indent)


def construction(client: ClientView, owner: CallingClass, names: ModuleNames) -> Code:
    """Return the only statement of `__init__`, the call of `super().__init__`."""
    credentials = ((item.key, _credential(item)) for item in client.credentials)
    variables = ((item.key, item.argument.name) for item in client.variables)
    special = {name for item in client.credentials for name in item.passed}
    special |= {item.argument.name for item in client.variables}
    keywords = [
        Keyword("credentials", DictDisplay(tuple(credentials))),
        Keyword("variables", DictDisplay(tuple(variables))),
    ]
    keywords += [
        Keyword(item.name, item.name)
        for item in _arguments(client, is_async=owner.is_async)
        if item.name not in special
    ]
    return names.outer.call(Code("super().__init__"), (Code("_SERVICE"),), keywords)


def _credential(view: CredentialView) -> Expression:
    return view.passed[0] if len(view.passed) == 1 else TupleDisplay(view.passed)


def base_paths(client: ClientView) -> Code:
    """Return the statement that defines `base_paths`, the prefixes of URL paths."""
    paths = SourceWriter(Resolution(Place())).write(TupleDisplay(client.base_paths))
    return code("base_paths = {paths}", paths=paths)


_RESERVED: Final = RESERVED_IN_RESOURCES | {
    *("AsyncBaseClient", "AsyncClient", "BaseClient", "Client"),
    *("ApiKey", "Basic", "Bearer", "HttpScheme", "OAuth2", "Service"),
    *("AsyncTokenProvider", "Callable", "Hooks", "Sequence", "TokenProvider"),
    *("Literal", "Mapping", "Omit", "ResponseValidation", "Timeout"),
}
"""Names that never refer to a definition in the module `client`."""


def client_names(package: Package) -> ModuleNames:
    """Return the names of the module `client`."""
    client = package.client
    arguments = [
        item
        for is_async in (False, True)
        for item in _arguments(client, is_async=is_async)
    ]
    live = [
        *(runtime("AsyncBaseClient"), runtime("BaseClient"), _SERVICE),
        *(item.value for item in _service_data(package)),
        *(item.default for item in arguments),
        *live_expressions(client),
    ]
    typed = [*(item.annotation for item in arguments), *typed_expressions(client)]
    # Importing `Hooks` would load a module of the runtime that few clients need.
    return ModuleNames(
        Place(),
        ModuleSymbols(find_symbols(live), find_symbols(typed)),
        shadowed=attributes_of(client),
        reserved=_RESERVED,
        deferred=lambda symbol: is_deferred(symbol) or symbol == runtime("Hooks"),
    )
