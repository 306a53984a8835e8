"""Surface of a planned client."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plan.expressions import DictDisplay
from ..plan.package import AliasView, ClassView, TypedDictView
from .source import SourceWriter
from .surface import Argument, Definition, Field, Method, Surface

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..plan.expressions import Expression
    from ..plan.package import ArgumentView, FieldView, MethodView, Package

_OPTIONS = "options"
_NOT_REQUIRED = "NotRequired["


def read_surface(package: Package) -> Surface:
    """Return the surface of a client."""
    return _Reader().read(package)


class _Reader:
    def __init__(self) -> None:
        self._write = SourceWriter().write

    def read(self, package: Package) -> Surface:
        client = package.client
        credentials = [item for view in client.credentials for item in view.arguments]
        variables = [item.argument for item in client.variables]
        webhooks = package.webhooks
        return Surface(
            package=str(package.name),
            distribution=package.distribution,
            version=package.version,
            python=package.python,
            dependencies=package.dependencies,
            options=self._arguments((*credentials, *variables)),
            environment={
                str(argument.name): name
                for view in client.credentials
                for argument, name in zip(
                    view.arguments, view.environment, strict=False
                )
            },
            base_url=str(client.base_url or ""),
            servers={str(item.name): str(item.url) for item in client.servers},
            idempotency_header=client.idempotency_header,
            methods=dict(self._methods(package)),
            types=dict(self._types(package)),
            error_codes={str(x.name): repr(x.value) for x in package.error_codes},
            webhooks={
                str(item.name): self._write(item.returns)
                for item in (webhooks.webhooks if webhooks else ())
            },
        )

    def _methods(self, package: Package) -> Iterator[tuple[str, Method]]:
        for chain, methods in (
            ("", package.client.methods),
            *((str(view.chain), view.methods) for view in package.resources),
        ):
            for method in methods:
                name = () if method.is_alias else (str(method.name),)
                yield ".".join((*filter(None, [chain]), *name)), self._method(method)

    def _method(self, method: MethodView) -> Method:
        sent = {item.name: self._write(item.value) for item in method.operation}
        for item in method.passed:
            sent |= self._renamed(str(item.name), item.value)
        return Method(
            route=f"{method.http_method} {method.path}",
            returns=self._write(method.returns),
            pointer=method.pointer,
            positional=self._arguments(method.positional),
            keywords=self._arguments(
                item for item in method.keywords if item.name != _OPTIONS
            ),
            pages=method.pages,
            streams=method.streams,
            deprecated=method.deprecated,
            sent=sent,
        )

    def _renamed(self, place: str, passed: Expression) -> dict[str, str]:
        """Return the wire names of arguments, as literals, where they differ."""
        if not isinstance(passed, DictDisplay):
            return {f"{place} argument": self._write(passed)}
        entries = [(self._write(key), str(name)) for key, name in passed.entries]
        if passed.spread is not None:
            entries.append(("**", self._write(passed.spread)))
        return {f"{place} {name}": key for key, name in entries if key[1:-1] != name}

    def _arguments(self, views: Iterable[ArgumentView]) -> tuple[Argument, ...]:
        return tuple(
            Argument(
                str(view.name), self._write(view.annotation), self._write(view.default)
            )
            for view in views
        )

    def _types(self, package: Package) -> Iterator[tuple[str, Definition]]:
        for folder, modules in (("models", package.models), ("params", package.params)):
            for module in modules:
                for view in module.definitions:
                    yield f"{folder}.{view.name}", self._definition(view)

    def _definition(self, view: ClassView | TypedDictView | AliasView) -> Definition:
        match view:
            case ClassView():
                fields = tuple(
                    self._field(item, optional=item.default is not None)
                    for item in view.fields
                )
                extra = self._write(view.extra)
                return Definition("class", view.pointer, fields, extra)
            case TypedDictView():
                return Definition(
                    "dict", view.pointer, tuple(map(self._key, view.fields))
                )
            case AliasView():
                return Definition("alias", view.pointer, value=self._write(view.value))

    def _field(self, view: FieldView, *, optional: bool) -> Field:
        wire = view.wire or ""
        return Field(str(view.name), self._write(view.annotation), optional, wire)

    def _key(self, view: FieldView) -> Field:
        text = self._write(view.annotation)
        optional = text.startswith(_NOT_REQUIRED)
        shown = text[len(_NOT_REQUIRED) : -1] if optional else text
        return Field(view.wire or str(view.name), shown, optional)
