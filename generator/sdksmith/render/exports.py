"""Exports of the generated packages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..plan.contract import EXCEPTIONS, EXPORTS
from ..plan.expressions import Symbol
from ..plan.runtime import RUNTIME, runtime
from ..text.prose import wrap_line
from ..text.pysource import LINE_LENGTH, Code, code, identifier, join, literal
from .source.expressions import Place
from .source.imports import (
    ImportsView,
    ImportView,
    merge_imports,
    names_from,
    sort_names,
)
from .source.names import import_symbols

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..plan.contract import Feature
    from ..plan.package import Package, TypesModuleView

_ERROR_CODE: Final = "ErrorCode"


class Exports(Struct, frozen=True):
    """The lazy exports of a package.

    Attributes:
        modules: The modules with the names exported from each.
        imports: The same exports as imports, for type checkers.
    """

    modules: tuple[ImportView, ...] = ()
    imports: ImportsView = ImportsView()

    @property
    def entries(self) -> tuple[Code, ...]:
        """The modules with their names, as entries of a dict."""
        return tuple(map(_entry, self.modules))


def _entry(view: ImportView) -> Code:
    """Return a module with its names, indented as an entry of the table."""
    indent = " " * 12
    line = code(
        "{indent}{module}: {names},",
        indent=Code(indent),
        module=literal(str(view.module)),
        names=literal(" ".join(view.names)),
    )
    if len(line) <= LINE_LENGTH:
        return line
    parts = wrap_line(" ".join(view.names), LINE_LENGTH - len(indent) - 7)
    if len(parts) == 1:
        return line
    last = len(parts) - 1
    quoted = [
        code("{i}    {part}", i=Code(indent), part=literal(part + " " * (index < last)))
        for index, part in enumerate(parts)
    ]
    return code(
        "{indent}{module}: (\n{parts}\n{indent}),",
        indent=Code(indent),
        module=literal(str(view.module)),
        parts=join("\n", quoted),
    )


def exported_exceptions(features: frozenset[Feature]) -> tuple[str, ...]:
    """Return the exceptions of the runtime that a client exports."""
    return tuple(
        sorted(name for name, item in EXCEPTIONS.items() if item.features & features)
    )


def error_names(package: Package) -> tuple[Code, ...]:
    """Return the names exported by `errors.py`."""
    own = (_ERROR_CODE,) if package.error_codes else ()
    return tuple(map(identifier, (*exported_exceptions(package.features), *own)))


def package_exports(package: Package) -> Exports:
    """Return the exports of the client package."""
    public = sorted(
        name
        for name, item in EXPORTS.items()
        if item.is_public and item.features & package.features
    )
    clients = names_from(Code(".client"), (Code("AsyncClient"), Code("Client")))
    errors = error_names(package)
    own = import_symbols(Place(), (RUNTIME[name] for name in public)).own
    modules = (
        *merge_imports(ImportsView(own=own)).own,
        *(clients if package.has_methods else ()),
        *names_from(Code(".errors"), errors),
    )
    folders = [
        *([Code("models")] if package.models else []),
        *([Code("params")] if package.params else []),
        *([Code("webhooks")] if package.webhooks else []),
    ]
    modules = (*names_from(Code("."), folders), *modules)
    return Exports(modules, _lazy_imports(_lazy_from(Place()), _exported(modules)))


def runtime_exports(features: frozenset[Feature]) -> Exports:
    """Return the exports of the runtime of a client with these features."""
    symbols = [
        Symbol(f".{item.module}", name)
        for name, item in {**EXPORTS, **EXCEPTIONS}.items()
        if item.features & features
    ]
    views = merge_imports(import_symbols(Place(), symbols)).own
    lazy = ImportView(Code(".lazy"), (Code("lazy_exports"),), Code("lazy_exports"))
    typed = tuple(view for view in _exported(views) if view != lazy)
    return Exports(views, _lazy_imports((lazy,), typed))


def types_exports(folder: str, views: Iterable[TypesModuleView]) -> Exports:
    """Return the exports of `models` or `params`."""
    modules = tuple(
        ImportView(code(".{module}", module=view.module), view.exports)
        for view in views
        if view.exports
    )
    # Each module has all of its public names exported, so they need not be repeated.
    everything = tuple(ImportView(view.module, (Code("*"),)) for view in modules)
    return Exports(modules, _lazy_imports(_lazy_from(Place(folder)), everything))


def _exported(modules: Iterable[ImportView]) -> tuple[ImportView, ...]:
    """Return imports that type checkers treat as exports: `from .pet import Pet as Pet`."""
    return tuple(
        ImportView(module.module, (name,), alias=name)
        for module in modules
        for name in module.names
    )


def _lazy_from(place: Place) -> tuple[ImportView, ...]:
    return import_symbols(place, [runtime("lazy_exports")]).own


def _lazy_imports(
    own: tuple[ImportView, ...], typed: tuple[ImportView, ...]
) -> ImportsView:
    return ImportsView(own=own, typing_only=ImportsView(own=typed))


def all_names(names: Iterable[Code]) -> Code:
    """Return the statement that sets `__all__`."""
    quoted = [literal(str(name)) for name in sort_names(names)]
    return code("__all__ = [{names}]", names=join(", ", quoted))


def error_code_base(package: Package) -> Code:
    """Return the base class of `ErrorCode`; members compare equal to the API's values."""
    values = [item.value for item in package.error_codes]
    if all(isinstance(value, int) for value in values):
        return Code("IntEnum")
    return Code("StrEnum" if all(isinstance(v, str) for v in values) else "Enum")
