"""Exports of the generated packages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ..plan.contract import EXCEPTIONS, EXPORTS
from ..plan.expressions import Symbol
from ..plan.runtime import RUNTIME, runtime
from ..text.pysource import Code, code, identifier, join, literal
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
    from collections.abc import Iterable, Sequence

    from ..plan.contract import Feature
    from ..plan.package import Package, TypesModuleView

_ERROR_CODE: Final = "ErrorCode"


class Exports(Struct, frozen=True):
    """The lazy exports of a package.

    Attributes:
        modules: The modules with the names exported from each.
        imports: The same exports as imports, for type checkers.
        every: The statement that sets `__all__`.
    """

    modules: tuple[ImportView, ...]
    imports: ImportsView
    every: Code


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
    modules = (
        *import_symbols(Place(), (RUNTIME[name] for name in public)).own,
        *(clients if package.has_methods else ()),
        *names_from(Code(".errors"), errors),
    )
    folders = [
        *([Code("models")] if package.models else []),
        *([Code("params")] if package.params else []),
        *([Code("webhooks")] if package.webhooks else []),
    ]
    return _exports(modules, Place(), Code("__version__"), folders=folders)


def runtime_exports(features: frozenset[Feature]) -> Exports:
    """Return the exports of the runtime of a client with these features."""
    symbols = [
        Symbol(f".{item.module}", name)
        for name, item in {**EXPORTS, **EXCEPTIONS}.items()
        if item.features & features
    ]
    views = merge_imports(import_symbols(Place(), symbols)).own
    lazy = ImportView(Code(".lazy"), (Code("lazy_exports"),))
    modules = tuple(view for view in views if view != lazy)
    return Exports(
        modules=modules,
        imports=ImportsView(own=(lazy,), typing_only=ImportsView(own=modules)),
        every=all_names([name for view in views for name in view.names]),
    )


def types_exports(folder: str, views: Iterable[TypesModuleView]) -> Exports:
    """Return the exports of `models` or `params`."""
    modules = [
        ImportView(code(".{module}", module=view.module), view.exports)
        for view in views
        if view.exports
    ]
    return _exports(tuple(modules), Place(folder))


def _exports(
    modules: tuple[ImportView, ...],
    place: Place,
    *present: Code,
    folders: Sequence[Code] = (),
) -> Exports:
    """Return the exports of a package.

    Args:
        modules: The modules with the names exported from each.
        place: The package.
        present: Names that the package itself defines.
        folders: Submodules that are exported as modules.
    """
    names = [name for module in modules for name in module.names]
    if not modules and not folders:
        return Exports((), ImportsView(), all_names(present))
    return Exports(
        modules=(
            *modules,
            *(ImportView(code(".{name}", name=name), (name,)) for name in folders),
        ),
        imports=ImportsView(
            own=import_symbols(place, [runtime("lazy_exports")]).own,
            typing_only=ImportsView(own=(*names_from(Code("."), folders), *modules)),
        ),
        every=all_names([*names, *folders, *present]),
    )


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
