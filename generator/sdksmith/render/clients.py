"""The constructor of the clients, and what it tells the runtime about the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, LiteralString

from msgspec.structs import replace

from ..plan.package import ArgumentView, DocView, ImportsView, ImportView
from ..text.markdown import plain_line
from ..text.pysource import Code, code, join, literal
from .classes import child_imports
from .docs import full_docs
from .imports import names_from
from .methods import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..plan.package import ClientView, CredentialView, Package
    from .classes import CallingClass


def service(package: Package) -> Code:
    """Return the statement that holds the API as data."""
    client = package.client
    arguments = [
        _keyword("user_agent", literal(f"{package.distribution}/{package.version}"))
    ]
    if client.base_url is not None:
        arguments.append(_keyword("base_url", client.base_url))
    if client.servers:
        servers = [_entry(item.name, item.url) for item in client.servers]
        arguments.append(_keyword("servers", _display(servers)))
    if client.base_url_environment:
        environment = literal(client.base_url_environment)
        arguments.append(_keyword("base_url_environment", environment))
    if client.log_environment:
        arguments.append(_keyword("log_environment", literal(client.log_environment)))
    if client.variables:
        variables = [_entry(item.key, item.value) for item in client.variables]
        arguments.append(_keyword("variables", _display(variables)))
    if client.credentials:
        schemes = [_entry(item.key, item.scheme) for item in client.credentials]
        arguments.append(_keyword("schemes", _display(schemes)))
        arguments.append(_keyword("security", client.security))
    if client.idempotency_header:
        header = literal(client.idempotency_header)
        arguments.append(_keyword("idempotency_header", header))
    return code("_SERVICE = Service({arguments})", arguments=join(", ", arguments))


def _keyword(name: LiteralString | Code, value: Code) -> Code:
    return code("{name}={value}", name=Code(name), value=value)


def _entry(key: Code, value: Code) -> Code:
    return code("{key}: {value}", key=key, value=value)


def _display(entries: list[Code]) -> Code:
    return code("{{{entries}}}", entries=join(", ", entries))


def _argument(
    name: LiteralString,
    annotation: LiteralString,
    default: LiteralString,
    description: str,
) -> ArgumentView:
    return ArgumentView(Code(name), Code(annotation), Code(default), description)


# The arguments that every client has: see `ClientOptions` of the runtime.
_BASE_URL: Final = _argument(
    "base_url", "str | None", "None", "Where the API is, if not where it usually is."
)
_TIMEOUT: Final = _argument(
    "timeout",
    "Timeout",
    "DEFAULT_TIMEOUT",
    "Seconds for each step of a call; None waits for ever.",
)
_DEADLINE: Final = _argument(
    "deadline",
    "float | None",
    "None",
    "Seconds for each call as a whole, retries included; None for no limit.",
)
_MAX_RETRIES: Final = _argument(
    "max_retries",
    "int",
    "DEFAULT_MAX_RETRIES",
    "How often a call may be tried again.",
)
_HEADERS: Final = _argument(
    "headers",
    "Mapping[str, str | Omit] | None",
    "None",
    "Headers for every call.",
)
_QUERY: Final = _argument(
    "query",
    "Mapping[str, object] | None",
    "None",
    "Query parameters for every call.",
)
_HTTP2: Final = _argument(
    "http2",
    "bool",
    "False",
    "Whether to speak HTTP/2 with servers that know it; needs the extra `http2`.",
)
_HOOKS: Final = _argument(
    "hooks",
    "Hooks | None",
    "None",
    "Functions to call around each request.",
)
_RESPONSE_VALIDATION: Final = _argument(
    "response_validation",
    "ResponseValidation",
    '"lenient"',
    "What to do with an answer unlike its description.",
)
_ALLOW_INSECURE_HTTP: Final = _argument(
    "allow_insecure_http",
    "bool",
    "False",
    "Whether credentials may travel over plain http.",
)
_TRANSPORTS: Final = {
    False: Code("httpx2.BaseTransport"),
    True: Code("httpx2.AsyncBaseTransport"),
}
_EVERY_METHOD: Final = (
    "Every method takes `options`: timeout, headers, retries and the rest, for that call "
    "alone. It raises an `APIStatusError` where the API answers with an error status."
)
_RUNTIME_NAMES: Final = (
    "AsyncBaseClient",
    "BaseClient",
    "DEFAULT_MAX_RETRIES",
    "DEFAULT_TIMEOUT",
    "Omit",
    "ResponseValidation",
    "Service",
    "Timeout",
)


def _base_url(client: ClientView) -> ArgumentView:
    if client.base_url is not None:
        return _BASE_URL
    if not client.base_url_environment:
        return ArgumentView(Code("base_url"), Code("str"), None, "Where the API is.")
    said = f"Where the API is, unless `{client.base_url_environment}` says it."
    return replace(_BASE_URL, description=said)


def _arguments(client: ClientView, owner: CallingClass) -> Iterator[ArgumentView]:
    """Yield the arguments of the constructor, those that must be given first."""
    own = [item.argument for item in client.variables]
    for credential in client.credentials:
        own += [_for_owner(item, owner) for item in credential.arguments]
    yield from (item for item in own if item.default is None)
    yield _base_url(client)
    if client.servers:
        yield _server_argument(client)
    yield from (item for item in own if item.default is not None)
    yield from (_TIMEOUT, _DEADLINE, _MAX_RETRIES, _HEADERS, _QUERY, _HOOKS)
    yield ArgumentView(
        Code("http_client"),
        code("{client} | None", client=owner.client),
        Code("None"),
        f"An `{owner.client}` of your own: proxies, certificates.",
    )
    yield ArgumentView(
        Code("transport"),
        code("{transport} | None", transport=_TRANSPORTS[owner.is_async]),
        Code("None"),
        "What carries requests in place of connections, as in tests.",
    )
    yield from (_HTTP2, _RESPONSE_VALIDATION, _ALLOW_INSECURE_HTTP)


def _for_owner(view: ArgumentView, owner: CallingClass) -> ArgumentView:
    """Return an argument as the sync or the async client takes it."""
    if not owner.is_async or view.async_annotation is None:
        return view
    return replace(view, annotation=view.async_annotation)


def _server_argument(client: ClientView) -> ArgumentView:
    names = join(", ", [item.name for item in client.servers])
    lines = [
        f"- `{item.name}`: {plain_line(item.description)}" if item.description else ""
        for item in client.servers
    ]
    return ArgumentView(
        Code("server"),
        code("Literal[{names}] | None", names=names),
        Code("None"),
        "Which of the API's servers to call.\n\n" + "\n".join(filter(None, lines)),
    )


def constructor(client: ClientView, owner: CallingClass) -> Code:
    """Return the head of `__init__`."""
    parameters = [parameter(item) for item in _arguments(client, owner)]
    return code(
        "def __init__(self, *, {parameters}) -> None:",
        parameters=join(", ", parameters),
    )


def constructor_docs(client: ClientView, owner: CallingClass, indent: int) -> Code:
    """Return the docstring of a client, with the arguments of its constructor."""
    said = "" if owner.is_async else client.description
    doc = DocView(
        summary=owner.description,
        body="\n\n".join(filter(None, [said, _EVERY_METHOD])),
        arguments=tuple(_arguments(client, owner)),
    )
    return full_docs(doc, indent)


def construction(client: ClientView, owner: CallingClass) -> Code:
    """Return the one statement of `__init__`."""
    credentials = [_entry(item.key, _credential(item)) for item in client.credentials]
    variables = [_entry(item.key, item.argument.name) for item in client.variables]
    special = {name for item in client.credentials for name in item.passed}
    special |= {item.argument.name for item in client.variables}
    passed = [
        Code("_SERVICE"),
        _keyword("credentials", _display(credentials)),
        _keyword("variables", _display(variables)),
    ]
    passed += [
        _keyword(item.name, item.name)
        for item in _arguments(client, owner)
        if item.name not in special
    ]
    return code("super().__init__({passed})", passed=join(", ", passed))


def _credential(view: CredentialView) -> Code:
    if len(view.passed) == 1:
        return view.passed[0]
    return code("({names})", names=join(", ", view.passed))


def base_paths(client: ClientView) -> Code:
    """Return the statement that says what the paths of URLs start with."""
    paths = client.base_paths
    # Black leaves a comma behind the only entry alone, and breaks the lines of others.
    return code(
        "base_paths = ({paths}{comma})",
        paths=join(", ", paths),
        comma=Code("," if len(paths) == 1 else ""),
    )


def client_imports(client: ClientView) -> ImportsView:
    """Return what the template of the client module imports for itself."""
    runtime = {*client.runtime_names, *map(Code, _RUNTIME_NAMES)}
    runtime |= {method.operation_class for method in client.methods}
    if client.children:
        runtime.add(Code("cached_property"))
    needed = [Code("Literal")] if client.servers else []
    annotations = [
        str(item.annotation) for view in client.credentials for item in view.arguments
    ]
    collections = [
        name
        for name in (Code("Callable"), Code("Mapping"), Code("Sequence"))
        if name == "Mapping" or any(f"{name}[" in text for text in annotations)
    ]
    children = child_imports(client.children, Code(".resources."))
    return ImportsView(
        own=names_from(Code("._runtime"), runtime),
        typing_only=ImportsView(
            standard=(
                *names_from(Code("collections.abc"), collections),
                *names_from(Code("typing"), needed),
            ),
            third_party=(ImportView(Code("httpx2")),),
            own=(*names_from(Code("._runtime"), [Code("Hooks")]), *children.own),
        ),
    )
