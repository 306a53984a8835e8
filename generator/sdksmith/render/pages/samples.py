"""Sample calls for the README and the smoke tests."""

from __future__ import annotations

import json
from keyword import iskeyword
from typing import TYPE_CHECKING, Final, LiteralString

from msgspec import Struct

from ...plan.expressions import ANY, BYTES, NONE, Keyword, Symbol, find_symbols
from ...text.pysource import Code, code, identifier, literal
from ...text.words import singular, snake, split_words
from ..source.expressions import Place, Resolution, SourceWriter
from ..source.imports import ImportsView, merge_imports, names_from
from ..source.names import ModuleNames, ModuleSymbols, import_symbols

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...plan.expressions import Expression
    from ...plan.package import ClientView, MethodView, Package, SmokeView, VariableView

_COMMON_METHODS: Final = frozenset([Code("list"), Code("retrieve")])
_EXAMPLE_URL: Final = literal("https://api.example.com")
_PLAIN: Final = SourceWriter(Resolution(Place()))
"""Writer of expressions without symbols."""


def smoke_entry(view: SmokeView, names: ModuleNames) -> Code:
    """Return an entry of the call list of a smoke test module."""
    return code(
        "({method}, {path}, lambda client: client.{call}, {expected}),",
        method=literal(view.method),
        path=literal(view.path),
        call=names.outer.write(view.call),
        expected=view.expected,
    )


def smoke_names(package: Package, views: Iterable[SmokeView]) -> ModuleNames:
    """Return the names of a smoke test module."""
    live: tuple[Expression, ...] = (
        Symbol("collections.abc", "Callable"),
        ANY,
        Symbol("pytest", "mark"),
        *(Symbol(package.name, name) for name in ("AsyncClient", "Client")),
        *(view.call for view in views),
    )
    symbols = ModuleSymbols(find_symbols(live), frozenset())
    return ModuleNames(_outside(package), symbols)


def _outside(package: Package) -> Place:
    """Return the location of code that uses the client."""
    return Place(package=package.name)


def client_call(
    client: ClientView, name: LiteralString, extra: Iterable[Keyword] = ()
) -> Code:
    """Return an expression that creates a client with its required arguments only.

    Args:
        client: The client, with the arguments of its constructor.
        name: `Client` or `AsyncClient`.
        extra: Additional keyword arguments.
    """
    extra = tuple(extra)
    given = {keyword.name for keyword in extra}
    needed = [
        (item.argument, _variable_value(client, item)) for item in client.variables
    ]
    needed += [
        (item, literal("x")) for view in client.credentials for item in view.arguments
    ]
    keywords = [
        Keyword(item.name, value)
        for item, value in needed
        if item.default is None and item.name not in given
    ]
    if client.base_url is None:
        keywords.append(Keyword("base_url", _EXAMPLE_URL))
    return _PLAIN.call(Code(name), keywords=(*keywords, *extra))


def _variable_value(client: ClientView, variable: VariableView) -> Code:
    """Return a sample value of a server variable; that of a port is a number."""
    name = variable.key[1:-1]  # without its quotes
    return literal("443" if f":{{{name}}}" in (client.base_url or "") else "x")


def smoke_client(client: ClientView, name: LiteralString) -> Code:
    """Return an expression that creates a client for the smoke tests."""
    direct = dict.fromkeys(name for view in client.credentials for name in view.direct)
    extra = [
        *(Keyword(name, literal("x")) for name in direct),
        Keyword("http_client", Code("http_client")),
        Keyword("allow_insecure_http", literal(True)),
        Keyword("response_validation", literal("strict")),
    ]
    return client_call(client, name, extra)


def responses_text(package: Package) -> str:
    """Return the content of the JSON file of sample responses, one per line."""
    responses = [item.smoke.response for item in package.methods]
    lines = [f"{json.dumps(view.name)}: {view.json}" for view in responses if view]
    body = ",\n".join(lines)
    return f"{{\n{body}\n}}\n" if lines else "{}\n"


class Example(Struct, frozen=True):
    """The example call of the README, in the statements of its code blocks.

    Attributes:
        imports: Imports needed by the arguments of the call.
        with_credentials: Creates a client with the credentials as arguments.
        plain: Creates a client with the credentials from the environment.
        with_retries: Creates a client with the credentials from the environment and with
            `max_retries`.
        awaited: The head of an `async with` block that creates an async client.
        call: The call expression.
        usage: The call with its result assigned to `result`, if it has a result, or the
            head of a loop over the pages.
        awaited_usage: The same as `usage`, for an async client.
        call_with_options: The call with `options`.
        call_for_reply: The call through `with_response`.
        item: The loop variable.
        loop: The head of a loop over the result.
        awaited_loop: The head of a loop over the result, for an async client.
        assigned_page: The call with its result assigned to `page`.
        stream: The head of a `with` block with the result as a stream.
        awaited_stream: The same as `stream`, for an async client.
        download: The head of a `with` block that downloads the response body.
        with_hooks: Creates a client with hooks.
        with_http_client: Creates a client with an HTTP client.
        with_mock: Creates a client for a mock API.
        mock_response: Adds a response to the mock API.
        printed: The statement that prints the result of `usage`; empty if it has none.
    """

    imports: ImportsView
    with_credentials: Code
    plain: Code
    with_retries: Code
    awaited: Code
    call: Code
    usage: Code
    awaited_usage: Code
    call_with_options: Code
    call_for_reply: Code
    item: Code
    loop: Code
    awaited_loop: Code
    assigned_page: Code
    stream: Code
    awaited_stream: Code
    download: Code
    with_hooks: Code
    with_http_client: Code
    with_mock: Code
    mock_response: Code
    printed: Code


def choose_example(package: Package) -> Example:
    """Return the simplest call of an API that has methods, preferably one that reads."""
    methods = package.methods
    wholes = [method for method in methods if not method.streams]
    return _example(package, min(wholes or methods, key=_difficulty))


def choose_paged_example(package: Package) -> Example | None:
    """Return the simplest call that returns pages; None if no method does."""
    methods = [method for method in package.methods if method.pages]
    return _example(package, min(methods, key=_difficulty)) if methods else None


def choose_stream_example(package: Package) -> Example | None:
    """Return the simplest call that returns a stream; None if no method does."""
    methods = [method for method in package.methods if method.streams]
    return _example(package, min(methods, key=_difficulty)) if methods else None


def choose_download_example(package: Package) -> Example | None:
    """Return the simplest call that returns a file; None if no method does."""
    methods = [method for method in package.methods if method.returns == BYTES]
    return _example(package, min(methods, key=_difficulty)) if methods else None


def _difficulty(method: MethodView) -> tuple[bool, bool, int, bool, bool, int, str]:
    """Return the sort key of a call; the lowest one is the simplest example."""
    reads = method.http_method == "GET"
    needed = [item for item in method.keywords if item.default is None]
    call = str(_PLAIN.write(method.smoke.call))
    return (
        method.deprecated,
        not reads,
        len(needed),
        method.returns in (ANY, NONE),  # a typed result is more instructive
        method.name not in _COMMON_METHODS,
        len(call),
        call,
    )


def _example(package: Package, method: MethodView) -> Example:
    client, sample = package.client, method.smoke.call
    function = code("client.{name}", name=_PLAIN.write(sample.function))
    options = Keyword("options", Code('{"timeout": 10, "max_retries": 0}'))
    arguments = _PLAIN.arguments(sample.arguments, sample.keywords)
    call = _PLAIN.call(function, sample.arguments, sample.keywords)
    shown = [name for view in client.credentials[:1] for name in view.shown]
    secrets = [Keyword(name, literal("...")) for name in shown]
    has_result = method.returns != NONE
    kept = Code("result = " if has_result else "")
    item = _loop_variable(_PLAIN.write(sample.function))
    loop = code("for {item} in {call}:", item=item, call=call)
    return Example(
        imports=import_symbols(_outside(package), find_symbols([sample])),
        with_credentials=_assigned(client_call(client, "Client", secrets)),
        plain=_assigned(client_call(client, "Client")),
        with_retries=_assigned(
            client_call(client, "Client", [Keyword("max_retries", literal(5))])
        ),
        awaited=code(
            "async with {client} as client:",
            client=client_call(client, "AsyncClient", secrets),
        ),
        call=call,
        usage=loop if method.pages else kept + call,
        awaited_usage=(
            Code("async ") + loop if method.pages else kept + Code("await ") + call
        ),
        call_with_options=_PLAIN.call(
            function, sample.arguments, (*sample.keywords, options)
        ),
        call_for_reply=code(
            "reply = client.with_response({function})({arguments})",
            function=function,
            arguments=arguments,
        ),
        item=item,
        loop=loop,
        awaited_loop=Code("async ") + loop,
        assigned_page=code("page = {call}", call=call),
        stream=code("with {call} as stream:", call=call),
        awaited_stream=code("async with await {call} as stream:", call=call),
        download=code(
            "with client.with_download({function})({arguments}) as download:",
            function=function,
            arguments=arguments,
        ),
        with_hooks=_assigned(client_call(client, "Client", [_HOOKS])),
        with_http_client=_assigned(
            client_call(client, "Client", [Keyword("http_client", Code("http_client"))])
        ),
        with_mock=_assigned(_mocked_client(client)),
        mock_response=code(
            'api.add_response({method}, {path}, status=404, json={{"message": "Not found."}})',
            method=literal(method.http_method),
            path=literal(method.path),
        ),
        printed=_printed(method, item),
    )


def _printed(method: MethodView, item: Code) -> Code:
    """Return the statement that prints the result of a call; empty if it has none."""
    if method.pages:
        return code("    print({item})", item=item)
    return Code("print(result)" if method.returns != NONE else "")


def _loop_variable(function: Code) -> Code:
    """Return the name of an item of a list: `invoice` for `invoices.list`."""
    resource = function.rpartition(".")[0].rpartition(".")[2]
    words = split_words(resource)
    name = snake((*words[:-1], singular(words[-1]))) if words else ""
    is_usable = name not in _USED and name != resource and not iskeyword(name)
    return identifier(name) if name and is_usable else Code("item")


_USED: Final = frozenset(("asyncio", "client", "main", "page", "print"))
_HOOKS: Final = Keyword(
    "hooks", Code("Hooks(before_request=add_trace, on_retry=log_retry)")
)


def _assigned(client: Code) -> Code:
    return code("client = {client}", client=client)


def _mocked_client(client: ClientView) -> Code:
    """Return an expression that creates a client for a mock API.

    Its credentials are sent as given, so the client does not fetch a token.
    """
    first = client.credentials[:1]
    names = [name for view in first for name in view.direct or view.shown]
    secrets = [Keyword(name, literal("...")) for name in names]
    transport = Keyword("transport", Code("api"))
    return client_call(client, "Client", [*secrets, transport])


def example_imports(
    package: Package, example: Example, names: Iterable[Code]
) -> ImportsView:
    """Return the imports of a README block that uses the given names of the package."""
    own = ImportsView(own=names_from(package.name, names))
    return merge_imports(example.imports, own)
