"""Reference tables: all methods in `api.md`, credentials in the README."""

from __future__ import annotations

from itertools import chain, repeat
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...text.markdown import plain_line
from ...text.pysource import Code, code, join, literal
from ..clients import client_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...plan.package import ClientView, MethodView, Package, ResourceView
    from ..source.expressions import SourceWriter
    from ..source.names import ModuleNames


_OPTIONS: Final = Code("options")
"""Argument of every method; `api.md` mentions it only once."""


class ReferenceLine(Struct, frozen=True):
    """A method with its call, and the HTTP method and path of the request."""

    call: str
    route: str
    deprecated: bool


class ReferenceGroup(Struct, frozen=True):
    """The methods of a resource, or of the client itself."""

    name: Code
    description: str
    lines: tuple[ReferenceLine, ...]


def reference_groups(
    package: Package, names_of: Callable[[ResourceView], ModuleNames]
) -> list[ReferenceGroup]:
    """Return the methods grouped by resource; resources without methods are omitted.

    Args:
        package: The client.
        names_of: Function that returns the names of the module of a resource.
    """
    writer = client_names(package).outer
    groups = [_group(Code("client"), "", package.client.methods, writer)]
    groups += [
        _resource_group(view, names_of(view).outer) for view in package.resources
    ]
    return [group for group in groups if group.lines]


def _resource_group(view: ResourceView, writer: SourceWriter) -> ReferenceGroup:
    name = code("client.{chain}", chain=view.chain)
    return _group(name, view.summary, view.methods, writer)


def _group(
    name: Code,
    description: str,
    methods: tuple[MethodView, ...],
    writer: SourceWriter,
) -> ReferenceGroup:
    lines = tuple(_line(name, method, writer) for method in methods)
    return ReferenceGroup(name, plain_line(description), lines)


def _line(owner: Code, method: MethodView, writer: SourceWriter) -> ReferenceLine:
    needed = [item.name for item in method.positional]
    keywords = [item for item in method.keywords if item.default is None]
    needed += [code("{name}=...", name=item.name) for item in keywords]
    if any(
        item.default is not None and item.name != _OPTIONS for item in method.keywords
    ):
        needed.append(Code("..."))
    call = code(
        "{function}({needed}) -> {returns}",
        function=(
            owner
            if method.is_alias
            else code("{owner}.{name}", owner=owner, name=method.name)
        ),
        needed=join(", ", needed),
        # Nothing shadows a builtin in `api.md`.
        returns=writer.write(method.returns),
    )
    route = f"{method.http_method} {method.path}"
    return ReferenceLine(
        # Scripts split the line at its backticks, so a span must not contain one. It is
        # escaped in a string literal and percent-encoded in a path (RFC 3986, 2.1).
        call=str(call).replace("`", "\\x60"),
        route=route.replace("`", "%60"),
        deprecated=method.deprecated,
    )


class ErrorCodeLine(Struct, frozen=True):
    """A member of `ErrorCode`, with the literal of its value."""

    name: Code
    value: Code
    description: str


def error_code_lines(package: Package) -> list[ErrorCodeLine]:
    """Return the lines of the table of error codes in the README."""
    return [
        ErrorCodeLine(item.name, literal(item.value), item.description)
        for item in package.error_codes
    ]


class CredentialLine(Struct, frozen=True):
    """A constructor argument of a credential, with its environment variable."""

    argument: Code
    environment: str
    description: str


class CredentialTable(Struct, frozen=True):
    """The credentials table of the README.

    Attributes:
        takes_functions: Whether a token can also be a callable that returns one.
        fetches_tokens: Whether the client can fetch tokens.
    """

    lines: tuple[CredentialLine, ...]
    takes_functions: bool
    fetches_tokens: bool


def credential_table(client: ClientView) -> CredentialTable | None:
    """Return the constructor arguments of credentials; None without credentials."""
    if not client.credentials:
        return None
    arguments = [item for view in client.credentials for item in view.arguments]
    return CredentialTable(
        tuple(
            CredentialLine(argument.name, variable, plain_line(argument.description))
            for view in client.credentials
            for argument, variable in zip(
                view.arguments, chain(view.environment, repeat("")), strict=False
            )
        ),
        any(item.async_annotation is not None for item in arguments),
        any(view.fetches_tokens for view in client.credentials),
    )
