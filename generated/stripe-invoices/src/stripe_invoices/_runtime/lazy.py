"""Lazy imports: names of a package that are imported on first use (PEP 562)."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy_exports(
    package: str, exports: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Return `__getattr__`, `__dir__` and `__all__` of a package with lazy imports.

    Hide them from type checkers, which would otherwise accept any name as an export:

        if TYPE_CHECKING:
            from .invoice import Invoice as Invoice
            from .invoice import InvoiceStatus as InvoiceStatus
        else:
            __getattr__, __dir__, __all__ = lazy_exports(
                __name__, {".invoice": "Invoice InvoiceStatus"}
            )

    Each name is looked up once. The module is imported under Python's import lock, and
    the value is stored in the package.

    Args:
        package: The `__name__` of the package.
        exports: The modules, relative to the package, with their public names separated
            by spaces. The names of the module `"."` are submodules.

    Returns:
        The functions `__getattr__`, which raises `AttributeError` for unknown names,
        and `__dir__`, and the list of all names.
    """
    modules = {
        name: module for module, names in exports.items() for name in names.split()
    }

    def get_attribute(name: str) -> object:
        module = modules.get(name)
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object
        if module == ".":
            value = import_module(f".{name}", package)
        else:
            value = getattr(import_module(module, package), name)
        setattr(sys.modules[package], name, value)
        return value

    def list_names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *modules})

    return get_attribute, list_names, sorted(modules)
