"""Constructors of the clients, and the `Service` that describes the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ..plan.client.arguments import CLIENT_ARGUMENTS
from ..plan.expressions import (
    LITERAL,
    NONE,
    STR,
    DictDisplay,
    Generic,
    Keyword,
    TupleDisplay,
    find_symbols,
    optional,
)
from ..plan.package import ArgumentView, DocView
from ..plan.runtime import runtime
from ..text.markdown import plain_line
from ..text.pysource import Code, code, join, literal
from .docs import full_docs
from .methods import parameter
from .source.expressions import Place, Resolution, SourceWriter
from .source.names import (
    ModuleNames,
    ModuleSymbols,
    attributes_of,
    is_deferred,
    live_expressions,
    typed_expressions,
)

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


_SERVICE: Final = runtime("Service")
_EVERY_METHOD: Final = (
    "Every method accepts `options` that override the settings of the client for one "
    "call, such as timeout, headers and retries, and raises an `APIStatusError` if the "
    "API returns an error status."
)


def _describe_base_url(view: ArgumentView, client: ClientView) -> ArgumentView:
    """Return the argument `base_url`, which is required if the API has no server."""
    if client.base_url is not None:
        return view
    if not client.base_url_environment:
        return ArgumentView(Code("base_url"), STR, None, "Base URL of the API.")
    description = (
        "Base URL of the API. Required unless the environment variable "
        f"`{client.base_url_environment}` is set."
    )
    return replace(view, description=description)


def _arguments(client: ClientView, *, is_async: bool) -> Iterator[ArgumentView]:
    """Yield the arguments of the constructor, required arguments first."""
    own = [item.argument for item in client.variables]
    own += [item for view in client.credentials for item in view.arguments]
    own = [_for_class(item, is_async=is_async) for item in own]
    base_url, *others = [item.view for item in CLIENT_ARGUMENTS]
    yield from (item for item in own if item.default is None)
    yield _describe_base_url(base_url, client)
    if client.servers:
        yield _server_argument(client)
    yield from (item for item in own if item.default is not None)
    yield from (_for_class(item, is_async=is_async) for item in others)


def _for_class(view: ArgumentView, *, is_async: bool) -> ArgumentView:
    """Return an argument as that of the sync or the async client."""
    if view.async_annotation is None:
        return view
    return replace(
        view,
        annotation=view.async_annotation if is_async else view.annotation,
        description=view.description.replace(
            "{client}", "AsyncClient" if is_async else "Client"
        ),
    )


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
        deferred=lambda symbol: is_deferred(symbol) or symbol == runtime("Hooks"),
    )
