"""Sample calls for the README and the smoke tests."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final, LiteralString

from msgspec import Struct

from ...plan.package import (
    ImportsView,
    ImportView,
)
from ...text.pysource import (
    Code,
    code,
    join,
    literal,
)
from ..imports import (
    merge_imports,
    names_from,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...plan.package import (
        ClientView,
        MethodView,
        Package,
        SmokeView,
    )

_COMMON_METHODS: Final = frozenset([Code("list"), Code("retrieve")])
_EXAMPLE_URL: Final = literal("https://api.example.com")


def smoke_entry(view: SmokeView) -> Code:
    """Return an entry of the call list of a smoke test module."""
    return code(
        "({method}, {path}, lambda client: client.{call}, {expected}),",
        method=view.method,
        path=view.path,
        call=view.call,
        expected=view.expected,
    )


def smoke_imports(package: Package, views: Iterable[SmokeView]) -> ImportsView:
    """Return the imports of a smoke test module: pytest and those of its sample calls."""
    needed = _sections(package, (item for view in views for item in view.imports))
    pytest = ImportsView(
        standard=(
            *names_from(Code("collections.abc"), [Code("Callable")]),
            *names_from(Code("typing"), [Code("Any")]),
        ),
        third_party=(ImportView(Code("pytest")),),
        own=names_from(package.name, [Code("AsyncClient"), Code("Client")]),
    )
    return merge_imports(pytest, needed)


def _sections(package: Package, views: Iterable[ImportView]) -> ImportsView:
    standard: list[ImportView] = []
    third_party: list[ImportView] = []
    own: list[ImportView] = []
    for view in views:
        root = view.module.split(".")[0]
        known = {package.name: own, "httpx2": third_party, "pydantic": third_party}
        known.get(root, standard).append(view)
    return ImportsView(tuple(standard), tuple(third_party), tuple(own))


def client_call(client: ClientView, name: LiteralString, *extra: Code) -> Code:
    """Return an expression that creates a client with its required arguments only.

    Args:
        client: The client, with the arguments of its constructor.
        name: `Client` or `AsyncClient`.
        extra: Additional keyword arguments.
    """
    given = {argument.partition("=")[0] for argument in extra}
    needed = [item.argument for item in client.variables]
    needed += [item for view in client.credentials for item in view.arguments]
    arguments = [
        code('{name}="x"', name=item.name)
        for item in needed
        if item.default is None and item.name not in given
    ]
    if client.base_url is None:
        arguments.append(code("base_url={url}", url=_EXAMPLE_URL))
    return code(
        "{name}({arguments})",
        name=Code(name),
        arguments=join(", ", [*arguments, *extra]),
    )


def smoke_client(client: ClientView, name: LiteralString) -> Code:
    """Return an expression that creates a client for the smoke tests."""
    direct = dict.fromkeys(name for view in client.credentials for name in view.direct)
    secrets = [code('{name}="x"', name=name) for name in direct]
    extra = [
        Code("http_client=http_client"),
        Code("allow_insecure_http=True"),
        Code('response_validation="strict"'),
    ]
    return client_call(client, name, *secrets, *extra)


def answers_text(package: Package) -> str:
    """Return the content of the JSON file of sample responses, one per line."""
    answers = [item.smoke.answer for item in all_methods(package)]
    lines = [f"{json.dumps(view.name)}: {view.json}" for view in answers if view]
    body = ",\n".join(lines)
    return f"{{\n{body}\n}}\n" if lines else "{}\n"


def all_methods(package: Package) -> tuple[MethodView, ...]:
    """Return the methods of the client, followed by those of its resources."""
    below = (method for view in package.resources for method in view.methods)
    return (*package.client.methods, *below)


class Example(Struct, frozen=True):
    """The example call of the README, in the statements of its code blocks.

    Attributes:
        imports: Imports needed by the arguments of the call.
        eager: Creates a client with the credentials as arguments.
        plain: Creates a client with the credentials from the environment.
        patient: Creates a client with the credentials from the environment and with
            `max_retries`.
        awaited: The head of an `async with` block that creates an async client.
        call: The call expression.
        kept_call: The call with its result assigned to `result`, if it has a result.
        awaited_call: The same as `kept_call`, for an async client.
        call_with_options: The call with `options`.
        call_for_reply: The call through `with_response`.
        loop: The head of a loop over the result.
        awaited_loop: The head of a loop over the result, for an async client.
        kept_page: The call with its result assigned to `page`.
        stream: The head of a `with` block with the result as a stream.
        awaited_stream: The same as `stream`, for an async client.
        download: The head of a `with` block that downloads the response body.
        watched: Creates a client with hooks.
        connected: Creates a client with an HTTP client.
        mocked: Creates a client for a mock API.
        mock_answer: Adds a response to the mock API.
        has_result: Whether the call returns a value.
    """

    imports: ImportsView
    eager: Code
    plain: Code
    patient: Code
    awaited: Code
    call: Code
    kept_call: Code
    awaited_call: Code
    call_with_options: Code
    call_for_reply: Code
    loop: Code
    awaited_loop: Code
    kept_page: Code
    stream: Code
    awaited_stream: Code
    download: Code
    watched: Code
    connected: Code
    mocked: Code
    mock_answer: Code
    has_result: bool


def choose_example(package: Package) -> Example:
    """Return the simplest call of an API that has methods, preferably one that reads."""
    methods = all_methods(package)
    wholes = [method for method in methods if not method.streams]
    return _example(package, min(wholes or methods, key=_difficulty))


def choose_paged_example(package: Package) -> Example | None:
    """Return the simplest call that returns pages; None if there is none."""
    methods = [method for method in all_methods(package) if method.pages]
    return _example(package, min(methods, key=_difficulty)) if methods else None


def choose_stream_example(package: Package) -> Example | None:
    """Return the simplest call that returns a stream; None if there is none."""
    methods = [method for method in all_methods(package) if method.streams]
    return _example(package, min(methods, key=_difficulty)) if methods else None


def choose_download_example(package: Package) -> Example | None:
    """Return the simplest call that returns a file; None if there is none."""
    methods = [method for method in all_methods(package) if method.returns == "bytes"]
    return _example(package, min(methods, key=_difficulty)) if methods else None


def _difficulty(method: MethodView) -> tuple[bool, bool, int, bool, bool, int, str]:
    """Return the sort key of a call; the lowest one is the simplest example."""
    reads = method.http_method == '"GET"'
    needed = [item for item in method.keywords if item.default is None]
    call = str(method.smoke.call)
    return (
        method.deprecated,
        not reads,
        len(needed),
        method.returns in {"Any", "None"},  # a typed result is more instructive
        method.name not in _COMMON_METHODS,
        len(call),
        call,
    )


def _example(package: Package, method: MethodView) -> Example:
    client = package.client
    call = code("client.{call}", call=method.smoke.call)
    callee, _, rest = call.partition("(")
    arguments = rest.removesuffix(")")
    options = Code('options={"timeout": 10, "max_retries": 0}')
    usual = [name for view in client.credentials[:1] for name in view.usual]
    secrets = [code('{name}="..."', name=name) for name in usual]
    has_result = method.returns != "None"
    kept = Code("result = " if has_result else "")
    return Example(
        imports=_sections(package, method.smoke.imports),
        eager=Code("client = ") + client_call(client, "Client", *secrets),
        plain=Code("client = ") + client_call(client, "Client"),
        patient=Code("client = ")
        + client_call(client, "Client", Code("max_retries=5")),
        awaited=code(
            "async with {client} as client:",
            client=client_call(client, "AsyncClient", *secrets),
        ),
        call=call,
        kept_call=kept + call,
        awaited_call=kept + Code("await ") + call,
        call_with_options=code(
            "{callee}({arguments})",
            callee=callee,
            arguments=join(", ", filter(None, [arguments, options])),
        ),
        call_for_reply=code(
            "reply = client.with_response({callee})({arguments})",
            callee=callee,
            arguments=arguments,
        ),
        loop=code("for item in {call}:", call=call),
        awaited_loop=code("async for item in {call}:", call=call),
        kept_page=code("page = {call}", call=call),
        stream=code("with {call} as stream:", call=call),
        awaited_stream=code("async with await {call} as stream:", call=call),
        download=code(
            "with client.with_download({callee})({arguments}) as download:",
            callee=callee,
            arguments=arguments,
        ),
        watched=Code("client = ")
        + client_call(
            client,
            "Client",
            Code("hooks=Hooks(before_request=add_trace, on_retry=log_retry)"),
        ),
        connected=Code("client = ")
        + client_call(client, "Client", Code("http_client=http_client")),
        mocked=Code("client = ") + _mocked_client(client),
        mock_answer=code(
            'api.answer({method}, {path}, status=404, json={{"message": "Not found."}})',
            method=method.http_method,
            path=method.path,
        ),
        has_result=has_result,
    )


def _mocked_client(client: ClientView) -> Code:
    """Return an expression that creates a client for a mock API.

    Its credentials are sent as given, so the client does not fetch a token.
    """
    first = client.credentials[:1]
    names = [name for view in first for name in view.direct or view.usual]
    secrets = [code('{name}="..."', name=name) for name in names]
    return client_call(client, "Client", *secrets, Code("transport=api"))


def example_imports(
    package: Package, example: Example, names: Iterable[Code]
) -> ImportsView:
    """Return the imports of a README block that uses the given names of the package."""
    own = ImportsView(own=names_from(package.name, names))
    return merge_imports(example.imports, own)
