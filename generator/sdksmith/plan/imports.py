"""What a generated module imports, collected while its source is written."""

from __future__ import annotations

from collections import defaultdict
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..text.pysource import Code, code, identifier
from .package import ImportsView, ImportView

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable


# The same few names are asked for again and again.
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
    """Names that source may use, each imported once it is asked for.

    Names in the scope of a class hide builtins and imports from annotations there: a
    class with a method `list` writes `builtins.list[...]`. In the same way a module
    with an `Operation` of the runtime writes `models.Operation` for that of the API.
    """

    def __init__(
        self,
        folder: str,
        shadowed: Collection[str] = (),
        taken: Collection[str] = (),
    ) -> None:
        """Start a module.

        Args:
            folder: The folder of the module below the package; empty for the package.
            shadowed: The attribute names of its classes.
            taken: Names that mean something else in the module; a definition that is
                called so is reached through its package.
        """
        self._folder = folder
        self._shadowed = frozenset(shadowed)
        self._taken = frozenset(taken)
        # In the order of asking, so that the last ones can be taken back. Without a
        # name, it is the module itself.
        self._wanted: dict[tuple[_Section, Code, Code | None], None] = {}

    def mark(self) -> int:
        """Return a place that `restore` goes back to."""
        return len(self._wanted)

    def restore(self, mark: int) -> None:
        """Forget what was first asked for since `mark`."""
        while len(self._wanted) > mark:
            self._wanted.popitem()

    def _want(self, section: _Section, module: Code, name: Code | None = None) -> None:
        self._wanted.setdefault((section, module, name))

    def builtin(self, name: str) -> Code:
        """Return a builtin."""
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
        """Return the class of UUIDs."""
        return self._standard(code("uuid"), "UUID")

    def _standard(self, module: Code, name: str) -> Code:
        made = _name(name)
        self._want(_Section.STANDARD, module, made)
        return made

    def datetime(self, name: str) -> Code:
        """Return a class of `datetime`, whose module goes by a short name."""
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

        It is known by its name, or as `models.Operation` where the module has another
        `Operation`. Only type checkers can follow that one.
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
        """Return what is used of the runtime, sorted."""
        names = {
            name
            for section, _, name in self._wanted
            if section is _Section.RUNTIME and name is not None
        }
        return tuple(sorted(names))

    def contested(self, beside: ModuleImports) -> frozenset[str]:
        """Return the names of definitions that something else is imported by, too.

        Args:
            beside: What the module imports in another place.
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
        """Return all other imports.

        Args:
            module: The module itself, from which it imports nothing.
            beside: What is imported anyway.
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
        """Return all imports, the runtime's included, for type checkers alone.

        Args:
            module: The module itself, from which it imports nothing.
            beside: What is imported anyway.
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
