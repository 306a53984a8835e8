"""Names of a package that are imported when they are first used (PEP 562)."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


def lazy_exports(
    package: str, exports: Mapping[str, str]
) -> tuple[Callable[[str], object], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` for a package that imports on demand.

    Type checkers must not see the pair, or they would take any name for an export:

        if not TYPE_CHECKING:
            __getattr__, __dir__ = lazy_exports(__name__, {"Invoice": ".invoice"})

    A name is looked up once: the module is imported under Python's import lock, then
    the value is stored in the package.

    Args:
        package: The `__name__` of the package.
        exports: Public name -> the module that holds it, relative to the package; a
            module that is exported as such is called as it is: `models` -> `.models`.
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
