"""Features of the runtime that a client needs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from .contract import Feature, required
from .expressions import BYTES, STR, Generic, Union
from .package import TypedDictView
from .runtime import runtime

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .expressions import Expression
    from .package import (
        ClientView,
        MethodView,
        ResourceView,
        TypesModuleView,
        WebhooksView,
    )

_FILE_INPUT: Final = runtime("FileInput")
_OAUTH: Final = runtime("OAuth2")


def find_features(
    client: ClientView,
    resources: Iterable[ResourceView],
    models: Iterable[TypesModuleView],
    params: Iterable[TypesModuleView],
    webhooks: WebhooksView | None,
) -> frozenset[Feature]:
    """Return the features that a client needs, with those that they require."""
    methods = [*client.methods, *(item for view in resources for item in view.methods)]
    found = {Feature.MODELS} if any(models) else set[Feature]()
    if webhooks is not None:
        found.add(Feature.WEBHOOKS)
    if methods or any(True for _ in resources):
        found.add(Feature.CALLS)
        found.update(_client_features(client))
        found.update(_method_features(methods))
        if _takes_files(methods, params):
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


def _takes_files(
    methods: Iterable[MethodView], params: Iterable[TypesModuleView]
) -> bool:
    return any(
        _mentions_files(item.annotation)
        for method in methods
        for item in (*method.positional, *method.keywords)
    ) or any(
        _mentions_files(field.annotation)
        for view in params
        for definition in view.definitions
        if isinstance(definition, TypedDictView)
        for field in definition.fields
    )


def _mentions_files(annotation: Expression) -> bool:
    if isinstance(annotation, Union):
        return any(map(_mentions_files, annotation.members))
    if isinstance(annotation, Generic):
        return any(map(_mentions_files, annotation.arguments))
    return annotation == _FILE_INPUT
