"""Lazy imports: names of a package that are imported on first use (PEP 562)."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy_exports(
    package: str, exports: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` of a package that imports its names lazily.

    Hide the two functions from type checkers, which would otherwise accept any name as
    an export:

        if not TYPE_CHECKING:
            __getattr__, __dir__ = lazy_exports(__name__, {"Invoice": ".invoice"})

    Each name is looked up once. The module is imported under Python's import lock, and
    the value is stored in the package.

    Args:
        package: The `__name__` of the package.
        exports: The modules of the public names, relative to the package. If the module
            has the name itself, the module is exported: `{"models": ".models"}`.

    Returns:
        The functions `__getattr__`, which raises `AttributeError` for unknown names,
        and `__dir__`.
    """

    def get_attribute(name: str) -> object:
        module = exports.get(name)
        if module is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        found = import_module(module, package)
        value: object = found if module == f".{name}" else getattr(found, name)
        setattr(sys.modules[package], name, value)
        return value

    def list_names() -> list[str]:
        return sorted({*vars(sys.modules[package]), *exports})

    return get_attribute, list_names
