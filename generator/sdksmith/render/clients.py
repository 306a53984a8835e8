"""Constructors of the clients, and the `Service` that describes the API."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, LiteralString

from msgspec.structs import replace

from ..plan.package import (
    ArgumentView,
    DocView,
    ImportsView,
    ImportView,
)
from ..text.markdown import plain_line
from ..text.pysource import (
    Code,
    code,
    join,
    literal,
)
from .classes import child_imports
from .docs import full_docs
from .imports import names_from
from .methods import parameter

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..plan.package import (
        ClientView,
        CredentialView,
        Package,
    )
    from .classes import CallingClass


def service(package: Package) -> Code:
    """Return the statement that defines `_SERVICE`, the API as data for the runtime."""
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


# The arguments of every client; see `ClientOptions` in the runtime.
_BASE_URL: Final = _argument(
    "base_url", "str | None", "None", "Base URL of the API. Overrides the default."
)
_TIMEOUT: Final = _argument(
    "timeout",
    "Timeout",
    "DEFAULT_TIMEOUT",
    "Timeout in seconds for connect, read, write and pool, or an `httpx2.Timeout`. "
    "Defaults to 5 for connect and 60 for the others; None disables it.",
)
_DEADLINE: Final = _argument(
    "deadline",
    "float | None",
    "None",
    "Maximum total time of a call in seconds, including retries; None disables it.",
)
_MAX_RETRIES: Final = _argument(
    "max_retries",
    "int",
    "DEFAULT_MAX_RETRIES",
    "Maximum number of retries per call. Defaults to 2.",
)
_HEADERS: Final = _argument(
    "headers",
    "Mapping[str, str | Omit] | None",
    "None",
    "Additional headers for every request; `omit` removes a default header.",
)
_QUERY: Final = _argument(
    "query",
    "Mapping[str, object] | None",
    "None",
    "Additional query parameters for every request.",
)
_HTTP2: Final = _argument(
    "http2",
    "bool",
    "False",
    "Whether to use HTTP/2 with servers that support it. Requires the `http2` extra.",
)
_HOOKS: Final = _argument(
    "hooks",
    "Hooks | None",
    "None",
    "Event hooks, called before each request, after each response and before each "
    "retry.",
)
_RESPONSE_VALIDATION: Final = _argument(
    "response_validation",
    "ResponseValidation",
    '"lenient"',
    'How to treat responses that do not match their schema: `"lenient"` keeps '
    'mismatched values as received, `"warn"` also issues a '
    '`ResponseValidationWarning`, `"strict"` raises `APIDecodeError`.',
)
_ALLOW_INSECURE_HTTP: Final = _argument(
    "allow_insecure_http",
    "bool",
    "False",
    "Whether to allow sending credentials over unencrypted HTTP. Requests to the local "
    "host are always allowed.",
)
_TRANSPORTS: Final = {
    False: Code("httpx2.BaseTransport"),
    True: Code("httpx2.AsyncBaseTransport"),
}
_EVERY_METHOD: Final = (
    "Every method accepts `options` that override the settings of the client for one "
    "call, such as timeout, headers and retries, and raises an `APIStatusError` if the "
    "API returns an error status."
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
        return ArgumentView(Code("base_url"), Code("str"), None, "Base URL of the API.")
    said = (
        "Base URL of the API. Required unless the environment variable "
        f"`{client.base_url_environment}` is set."
    )
    return replace(_BASE_URL, description=said)


def _arguments(client: ClientView, owner: CallingClass) -> Iterator[ArgumentView]:
    """Yield the arguments of the constructor, required arguments first."""
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
        f"Custom `{owner.client}`, for example with a proxy or client certificates. It "
        "is not closed with this client.",
    )
    yield ArgumentView(
        Code("transport"),
        code("{transport} | None", transport=_TRANSPORTS[owner.is_async]),
        Code("None"),
        "Transport used to send requests instead of the network, for example in tests.",
    )
    yield from (_HTTP2, _RESPONSE_VALIDATION, _ALLOW_INSECURE_HTTP)


def _for_owner(view: ArgumentView, owner: CallingClass) -> ArgumentView:
    """Return an argument with the annotation of the sync or the async client."""
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
        "Name of the server to use.\n\n" + "\n".join(filter(None, lines)),
    )


def constructor(client: ClientView, owner: CallingClass) -> Code:
    """Return the `def` line of `__init__`."""
    parameters = [parameter(item) for item in _arguments(client, owner)]
    return code(
        "def __init__(self, *, {parameters}) -> None:",
        parameters=join(", ", parameters),
    )


def constructor_docs(client: ClientView, owner: CallingClass, indent: int) -> Code:
    """Return the docstring of a client, including the arguments of its constructor."""
    said = "" if owner.is_async else client.description
    doc = DocView(
        summary=owner.description,
        body="\n\n".join(filter(None, [said, _EVERY_METHOD])),
        arguments=tuple(_arguments(client, owner)),
    )
    return full_docs(doc, indent)


def construction(client: ClientView, owner: CallingClass) -> Code:
    """Return the only statement of `__init__`, the call of `super().__init__`."""
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
    """Return the statement that defines `base_paths`, the prefixes of URL paths."""
    paths = client.base_paths
    # A tuple of one item needs the comma. In a longer tuple, black would treat it as a
    # magic trailing comma and put each item on its own line.
    return code(
        "base_paths = ({paths}{comma})",
        paths=join(", ", paths),
        comma=Code("," if len(paths) == 1 else ""),
    )


def client_imports(client: ClientView) -> ImportsView:
    """Return the imports needed by the template of the client module."""
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
