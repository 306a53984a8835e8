"""Imports of a generated module, collected while its source is written."""

from __future__ import annotations

from collections import defaultdict
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ...text.pysource import (
    Code,
    code,
    identifier,
)
from ..package import (
    ImportsView,
    ImportView,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


# Cached, because the same few names are requested very often.
_name = lru_cache(maxsize=4096)(identifier)


@lru_cache(maxsize=4096)
def _module_path(folder: str, own_folder: str, module: str) -> Code:
    place = _name(module)
    if folder == own_folder:
        return code(".{place}", place=place)
    if own_folder:
        return code("..{folder}.{place}", folder=_name(folder), place=place)
    return code(".{folder}.{place}", folder=_name(folder), place=place)


class _Section(Enum):
    STANDARD = auto()
    RUNTIME = auto()
    OWN = auto()


class ModuleImports:
    """Names for use in the source of a module; requesting a name adds its import.

    Names in the scope of a class shadow builtins and imports in its annotations: a class
    with a method `list` uses `builtins.list[...]`. Similarly, a module that imports
    `Operation` from the runtime uses `models.Operation` for the model of that name.
    """

    def __init__(
        self,
        folder: str,
        shadowed: Collection[str] = (),
        taken: Collection[str] = (),
    ) -> None:
        """Initialize the imports of a module.

        Args:
            folder: The folder of the module below the package; empty for the package.
            shadowed: The attribute names of its classes.
            taken: Names with another meaning in the module; definitions with these names
                are referenced through their package.
        """
        self._folder = folder
        self._shadowed = frozenset(shadowed)
        self._taken = frozenset(taken)
        # In the order of the requests, so that the last ones can be undone. The name is
        # None if the module itself is imported.
        self._wanted: dict[tuple[_Section, Code, Code | None], None] = {}

    def mark(self) -> int:
        """Return a mark of the current state, for `restore`."""
        return len(self._wanted)

    def restore(self, mark: int) -> None:
        """Remove the imports that were added since `mark`."""
        while len(self._wanted) > mark:
            self._wanted.popitem()

    def _want(self, section: _Section, module: Code, name: Code | None = None) -> None:
        self._wanted.setdefault((section, module, name))

    def builtin(self, name: str) -> Code:
        """Return a name of `builtins`."""
        made = _name(name)
        if name not in self._shadowed:
            return made
        self._want(_Section.STANDARD, code("builtins"))
        return code("builtins.{name}", name=made)

    def typing(self, name: str) -> Code:
        """Return a name of `typing`."""
        return self._standard(code("typing"), name)

    def abstract(self, name: str) -> Code:
        """Return a name of `collections.abc`."""
        return self._standard(code("collections.abc"), name)

    def uuid(self) -> Code:
        """Return the class `UUID`."""
        return self._standard(code("uuid"), "UUID")

    def _standard(self, module: Code, name: str) -> Code:
        made = _name(name)
        self._want(_Section.STANDARD, module, made)
        return made

    def datetime(self, name: str) -> Code:
        """Return a class of `datetime`, qualified by the module alias `dt` or `_dt`."""
        made = _name(name)
        if "dt" in self._shadowed:
            self._want(_Section.STANDARD, code("datetime as _dt"))
            return code("_dt.{name}", name=made)
        self._want(_Section.STANDARD, code("datetime as dt"))
        return code("dt.{name}", name=made)

    def runtime(self, name: str) -> Code:
        """Return a name of the runtime."""
        made = _name(name)
        self._want(_Section.RUNTIME, code("_runtime"), made)
        return made

    def definition(self, folder: str, module: str, name: str) -> Code:
        """Return a class or alias of `models` or `params`.

        If the name is taken in the module, it is qualified as in `models.Operation`,
        which only type checkers can resolve.
        """
        made = _name(name)
        if name in self._taken:
            return code("{package}.{name}", package=self._package(folder), name=made)
        self._want(_Section.OWN, _module_path(folder, self._folder, module), made)
        return made

    def _package(self, folder: str) -> Code:
        above, made = code(".." if self._folder else "."), _name(folder)
        if folder not in self._shadowed:
            self._want(_Section.OWN, above, made)
            return made
        hidden = code("_{package}", package=made)
        imported = code("{package} as {hidden}", package=made, hidden=hidden)
        self._want(_Section.OWN, above, imported)
        return hidden

    def runtime_names(self) -> tuple[Code, ...]:
        """Return the names used from the runtime, sorted."""
        names = {
            name
            for section, _, name in self._wanted
            if section is _Section.RUNTIME and name is not None
        }
        return tuple(sorted(names))

    def contested(self, beside: ModuleImports) -> frozenset[str]:
        """Return the names of definitions that conflict with other imports.

        Args:
            beside: Additional imports of the same module.
        """
        own = {name for section, _, name in self._wanted if section is _Section.OWN}
        others = {
            name
            for section, _, name in (*self._wanted, *beside._wanted)
            if section is not _Section.OWN
        }
        return frozenset(str(name) for name in own & others if name is not None)

    def view(
        self, *, module: Code | None = None, beside: ModuleImports | None = None
    ) -> ImportsView:
        """Return all imports except those of the runtime.

        Args:
            module: The module itself, which must not be imported.
            beside: Imports that the module has already.
        """
        known = beside._wanted if beside else {}
        wanted = [key for key in self._wanted if key not in known and key[1] != module]
        return ImportsView(
            standard=_views(wanted, _Section.STANDARD),
            own=_views(wanted, _Section.OWN),
        )

    def for_type_checkers(
        self, *, module: Code | None = None, beside: ModuleImports | None = None
    ) -> ImportsView:
        """Return all imports as imports for type checkers only.

        Imports of the runtime are included unless `beside` is given.

        Args:
            module: The module itself, which must not be imported.
            beside: Imports that the module has already.
        """
        view = self.view(module=module, beside=beside)
        if beside is None and (names := self.runtime_names()):
            path = code(".._runtime") if self._folder else code("._runtime")
            view = replace(view, own=(ImportView(path, names), *view.own))
        return ImportsView(typing_only=view)


def _views(
    wanted: Iterable[tuple[_Section, Code, Code | None]], section: _Section
) -> tuple[ImportView, ...]:
    modules: dict[Code, set[Code]] = defaultdict(set)
    for place, module, name in wanted:
        if place is section:
            modules[module] |= set() if name is None else {name}
    return tuple(
        ImportView(module, tuple(sorted(modules[module]))) for module in sorted(modules)
    )
