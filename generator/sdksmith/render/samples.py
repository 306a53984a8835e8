"""Calls as samples: in the README, which people copy from, and in the smoke tests."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from ..plan.package import ImportsView, ImportView
from ..text.pysource import Code, code, join, literal
from .imports import merge_imports, names_from

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..plan.package import ClientView, MethodView, Package, SmokeView

_EXAMPLE_URL: Final = literal("https://api.example.com")


def smoke_entry(view: SmokeView) -> Code:
    """Return an entry of the list of calls of a smoke test."""
    return code(
        "({method}, {path}, lambda client: client.{call}),",
        method=view.method,
        path=view.path,
        call=view.call,
    )


def smoke_imports(package: Package, views: Iterable[SmokeView]) -> ImportsView:
    """Return the imports of a smoke test: pytest, and what its sample calls need."""
    needed = _sections(package, (item for view in views for item in view.imports))
    return ImportsView(
        standard=needed.standard,
        third_party=(ImportView(Code("pytest")), *needed.third_party),
        own=needed.own,
        typing_only=ImportsView(
            standard=(
                *names_from(Code("collections.abc"), [Code("Callable")]),
                *names_from(Code("typing"), [Code("Any")]),
            ),
            own=names_from(package.name, [Code("AsyncClient"), Code("Client")]),
        ),
    )


def _sections(package: Package, views: Iterable[ImportView]) -> ImportsView:
    standard: list[ImportView] = []
    third_party: list[ImportView] = []
    own: list[ImportView] = []
    for view in views:
        root = view.module.split(".")[0]
        known = {package.name: own, "httpx2": third_party, "pydantic": third_party}
        known.get(root, standard).append(view)
    return ImportsView(tuple(standard), tuple(third_party), tuple(own))


def client_call(
    client: ClientView, class_name: Code, *extra: Code, credentials: bool
) -> Code:
    """Return an expression that makes a client with what it needs, and no more.

    Args:
        client: What the constructor takes.
        class_name: `Client` or `AsyncClient`.
        extra: Keyword arguments beside those.
        credentials: Whether to pass all credentials, rather than only those that must be
            given and otherwise rely on the environment.
    """
    arguments = [
        code('{name}="x"', name=item.argument.name)
        for item in client.variables
        if item.argument.default is None
    ]
    for credential in client.credentials:
        needed = [x for x in credential.arguments if credentials or x.default is None]
        arguments += [code('{name}="..."', name=item.name) for item in needed]
    if client.base_url is None:
        arguments.append(code("base_url={url}", url=_EXAMPLE_URL))
    return code("{name}({all})", name=class_name, all=join(", ", [*arguments, *extra]))


@dataclass(frozen=True, slots=True)
class Example:
    """The call that the README shows, in the pieces that it is made of.

    Attributes:
        imports: What its arguments need.
        call: The call itself.
        with_options: The call with settings of its own.
        with_response: The call for the whole answer.
        has_result: Whether it returns something.
        eager: A client with credentials in the source; `awaited` likewise.
        plain: A client with credentials from the environment; `patient` likewise.
    """

    imports: ImportsView
    call: Code
    with_options: Code
    with_response: Code
    has_result: bool
    eager: Code
    awaited: Code
    plain: Code
    patient: Code


def choose_example(package: Package) -> Example | None:
    """Return the simplest reading call of the API; None where there is no call at all."""
    methods = [*package.client.methods]
    for resource in package.resources:
        methods += resource.methods
    return _example(package, min(methods, key=_difficulty)) if methods else None


def _difficulty(method: MethodView) -> tuple[bool, bool, int, int]:
    reads = method.http_method == '"GET"'
    needed = [item for item in method.keywords if item.default is None]
    return method.deprecated, not reads, len(needed), len(method.smoke.call)


def _example(package: Package, method: MethodView) -> Example:
    client = package.client
    callee, _, rest = method.smoke.call.partition("(")
    arguments = rest.removesuffix(")")
    options = Code('options={"timeout": 10, "max_retries": 0}')
    patience = Code("max_retries=5")
    sync, asynchronous = Code("Client"), Code("AsyncClient")
    return Example(
        imports=_sections(package, method.smoke.imports),
        call=code("client.{call}", call=method.smoke.call),
        with_options=code(
            "client.{callee}({arguments})",
            callee=callee,
            arguments=join(", ", filter(None, [arguments, options])),
        ),
        with_response=code(
            "reply = client.with_response(client.{callee})({arguments})",
            callee=callee,
            arguments=arguments,
        ),
        has_result=method.returns != "None",
        eager=client_call(client, sync, credentials=True),
        awaited=client_call(client, asynchronous, credentials=True),
        plain=client_call(client, sync, credentials=False),
        patient=client_call(client, sync, patience, credentials=False),
    )


def example_imports(
    package: Package, example: Example, names: Iterable[Code]
) -> ImportsView:
    """Return the imports of a block of the README that uses these names of the package."""
    own = ImportsView(own=names_from(package.name, names))
    return merge_imports(example.imports, own)
