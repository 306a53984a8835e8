"""Names of a generated module, resolved when all of its symbols are known."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...plan.expressions import Symbol, find_symbols
from ...plan.runtime import is_runtime, runtime
from ...text.pysource import Code, identifier, join
from .expressions import Place, Resolution, SourceWriter, folder_of
from .imports import ImportsView, ImportView

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from ...plan.expressions import Expression
    from ...plan.package import ClientView, MethodView, ResourceView
    from .expressions import Import

_THIRD_PARTY: Final = frozenset(("httpx2", "pydantic", "pytest", "typing_extensions"))
_NOTHING: Final = Code("")


class ModuleSymbols(Struct, frozen=True):
    """The symbols that a module uses.

    Attributes:
        live: Symbols that are needed when the module is imported.
        typed: Symbols in annotations, needed only by type checkers.
    """

    live: frozenset[Symbol]
    typed: frozenset[Symbol]

    def qualified(self, folder: str) -> frozenset[str]:
        """Return the names of the definitions that are written with their package.

        These are the definitions that only annotations need: `models.Pet` needs one
        import for all models of a module. Request types import each other directly,
        because pyright does not resolve `params.PetParam` in a circle with an alias.

        Args:
            folder: The folder of the module.
        """
        return frozenset(
            item.name
            for item in self.typed - self.live
            if folder_of(item) and not folder_of(item) == folder == "params"
        )


def is_deferred(symbol: Symbol) -> bool:
    """Return whether an import for annotations is usually only for type checkers.

    The runtime is loaded in any case.
    """
    return not is_runtime(symbol)


class ModuleNames:
    """The names of a module, resolved when all of its symbols are known.

    Attributes:
        outer: Writer of expressions at module level.
        inner: Writer of annotations in the classes of the module.
    """

    def __init__(
        self,
        place: Place,
        symbols: ModuleSymbols,
        *,
        shadowed: Collection[str] = (),
        deferred: Callable[[Symbol], bool] = is_deferred,
    ) -> None:
        """Resolve the names of a module.

        Args:
            place: The module.
            symbols: The symbols that it uses.
            shadowed: The attribute names of its classes.
            deferred: Function that returns whether an import that only annotations need
                is only for type checkers.
        """
        # Tests import what users import.
        qualified = (
            frozenset[str]() if place.package else symbols.qualified(place.folder)
        )
        self._symbols = symbols
        self._deferred = deferred
        self._outer = Resolution(place, qualified)
        self._inner = Resolution(place, qualified, frozenset(shadowed))
        self.outer = SourceWriter(self._outer)
        self.inner = SourceWriter(self._inner)

    @property
    def needs_definitions(self) -> bool:
        """Whether importing the module imports definitions of other modules."""
        own = self._outer.place.module
        return any(folder_of(x) and x.module != own for x in self._symbols.live)

    def imports(self) -> ImportsView:
        """Return the imports of the module."""
        deferred = {item for item in self._symbols.typed if self._deferred(item)}
        live = set(_needed(self._outer, self._symbols.live))
        live |= set(_needed(self._inner, self._symbols.typed - deferred))
        typed = set(_needed(self._inner, deferred)) - live
        package = self._outer.place.package
        view = _view(typed, package)
        has_typed = bool(typed)
        return _view(live, package, typing_only=view if has_typed else None)


def import_symbols(place: Place, symbols: Iterable[Symbol]) -> ImportsView:
    """Return the imports of symbols, in their order."""
    return _view(_needed(Resolution(place), symbols), place.package)


def _needed(resolution: Resolution, symbols: Iterable[Symbol]) -> Iterator[Import]:
    for symbol in symbols:
        needed = resolution.resolve(symbol)[1]
        if needed is not None:
            yield needed


def _view(
    imports: Iterable[Import], package: str, typing_only: ImportsView | None = None
) -> ImportsView:
    standard: list[ImportView] = []
    third_party: list[ImportView] = []
    own: list[ImportView] = []
    for item in imports:
        root = item.module.partition(".")[0]
        is_own = not root or root == package
        section = own if is_own else third_party if root in _THIRD_PARTY else standard
        section.append(_import_view(item))
    return ImportsView(tuple(standard), tuple(third_party), tuple(own), typing_only)


# Cached, because all modules import the same few names.
@lru_cache(maxsize=4096)
def _import_view(item: Import) -> ImportView:
    parts = item.module.split(".")
    module = join(".", [identifier(part) if part else _NOTHING for part in parts])
    names = (identifier(item.name),) if item.name else ()
    return ImportView(module, names, identifier(item.alias) if item.alias else None)


def resource_names(view: ResourceView) -> ModuleNames:
    """Return the names of a module of `resources`."""
    live = find_symbols(
        (runtime("AsyncResource"), runtime("Resource"), *live_expressions(view))
    )
    return ModuleNames(
        Place("resources"),
        ModuleSymbols(live, find_symbols(typed_expressions(view))),
        shadowed=attributes_of(view),
    )


def attributes_of(view: ClientView | ResourceView) -> set[str]:
    """Return the attributes that shadow other names in the annotations of a class."""
    methods = {str(item.name) for item in view.methods}
    return methods | {str(item.attribute) for item in view.children}


def live_expressions(view: ClientView | ResourceView) -> Iterator[Expression | None]:
    """Yield the expressions of a class that are needed when its module is imported."""
    if view.children:
        yield runtime("cached_property")
    for method in view.methods:
        yield from data_of(method)


def typed_expressions(view: ClientView | ResourceView) -> Iterator[Expression | None]:
    """Yield the annotations in a class, including the classes of its children."""
    for child in view.children:
        module = f".resources.{child.module}"
        yield Symbol(module, child.async_class_name)
        yield Symbol(module, child.class_name)
    for method in view.methods:
        yield from annotations_of(method)


def data_of(method: MethodView) -> Iterator[Expression | None]:
    """Yield the expressions of a method that are needed when its module is imported."""
    yield method.operation_class
    yield from (item.value for item in method.operation)
    yield from (item.default for item in (*method.positional, *method.keywords))


def annotations_of(method: MethodView) -> Iterator[Expression | None]:
    """Yield the annotations of a method."""
    yield from (item.annotation for item in (*method.positional, *method.keywords))
    yield from (method.returns, method.async_returns, method.awaited_returns)
    yield from method.operation_types
