"""Features of the runtime that a client needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .contract import Feature, required
from .expressions import BYTES, STR, Union, find_symbols
from .package import TypedDictView
from .runtime import runtime

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .expressions import Expression
    from .package import ClientView, MethodView, Package

_FILE_INPUT: Final = runtime("FileInput")
_OAUTH: Final = runtime("OAuth2")


def find_features(package: Package) -> frozenset[Feature]:
    """Return the features that a client needs, with those that they require."""
    found = {Feature.MODELS} if package.models else set[Feature]()
    if package.webhooks is not None:
        found.add(Feature.WEBHOOKS)
    if package.has_methods:
        found.add(Feature.CALLS)
        found.update(_client_features(package.client))
        found.update(_method_features(package.methods))
        if _FILE_INPUT in find_symbols(_inputs(package)):
            found.add(Feature.UPLOADS)
    return required(found)


def _client_features(client: ClientView) -> Iterator[Feature]:
    schemes = [item.scheme for item in client.credentials]
    if schemes:
        yield Feature.AUTH
    if any(item.function == _OAUTH for item in schemes):
        yield Feature.OAUTH


def _method_features(methods: Iterable[MethodView]) -> Iterator[Feature]:
    for method in methods:
        if method.pages:
            yield Feature.PAGINATION
        if method.streams:
            yield Feature.STREAMING
        if _is_download(method.returns):
            yield Feature.DOWNLOADS


def _is_download(returns: Expression) -> bool:
    """Return whether a response can be a file: bytes or text."""
    members = returns.members if isinstance(returns, Union) else (returns,)
    return BYTES in members or returns == STR


def _inputs(package: Package) -> Iterator[Expression]:
    """Yield the annotations of everything that callers pass."""
    for method in package.methods:
        for argument in (*method.positional, *method.keywords):
            yield argument.annotation
    for view in package.params:
        for definition in view.definitions:
            if isinstance(definition, TypedDictView):
                yield from (field.annotation for field in definition.fields)
