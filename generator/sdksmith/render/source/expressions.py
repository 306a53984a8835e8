"""Source of expressions, and the imports that their symbols need."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...plan.expressions import (
    Call,
    DictDisplay,
    Generic,
    ListDisplay,
    Quoted,
    Symbol,
    TupleDisplay,
    Union,
)
from ...text.pysource import Code, code, identifier, join, literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...plan.expressions import Expression, Keyword

_BUILTINS: Final = "builtins"
_DATETIME: Final = "datetime"
_WHOLE: Final = frozenset((_BUILTINS, "httpx2", "pytest"))
"""Modules that are imported as a whole: `import httpx2`."""

_CONSTANTS: Final = {"None": code("None"), "True": code("True"), "False": code("False")}
_DEFINITIONS: Final = ("models", "params")
_LONGEST_UNION: Final = 200
_GROUP: Final = 100
_COMMA: Final = Code(",")
_NOTHING: Final = Code("")
_name = lru_cache(maxsize=4096)(identifier)


class Place(Struct, frozen=True):
    """Location of a generated module, which determines the paths of its imports.

    Attributes:
        folder: The folder below the package; empty for the package itself.
        module: The module as in `Symbol.module`; empty if nothing refers to it.
        package: The package, for modules outside of it, such as tests; otherwise empty.
    """

    folder: str = ""
    module: str = ""
    package: str = ""


class Import(Struct, frozen=True):
    """`from module import name as alias`; without a name, `import module as alias`."""

    module: str
    name: str = ""
    alias: str = ""


class Resolution(Struct, frozen=True):
    """How the symbols of a module are written and imported.

    Attributes:
        place: The module.
        qualified: Names of definitions that are written as `models.Pet`, which only type
            checkers can resolve.
        shadowed: Names in the scope of a class, which shadow builtins and imports in its
            annotations: a class with a method `list` uses `builtins.list[...]`.
    """

    place: Place
    qualified: frozenset[str] = frozenset()
    shadowed: frozenset[str] = frozenset()

    def resolve(self, symbol: Symbol) -> tuple[Code, Import | None]:
        """Return the source of a symbol, and the import that it needs."""
        made = _CONSTANTS.get(symbol.name) or _name(symbol.name)
        # Constants are keywords, which nothing shadows.
        if symbol.module == _BUILTINS and (
            symbol.name in _CONSTANTS or symbol.name not in self.shadowed
        ):
            return made, None
        if symbol.module in _WHOLE:
            module = _name(symbol.module)
            return code("{m}.{name}", m=module, name=made), Import(symbol.module)
        if symbol.module == _DATETIME:
            alias = "_dt" if "dt" in self.shadowed else "dt"
            source = code("{alias}.{name}", alias=_name(alias), name=made)
            return source, Import(_DATETIME, alias=alias)
        if symbol.module == self.place.module:
            return made, None
        folder = folder_of(symbol)
        if folder and symbol.name in self.qualified:
            alias = f"_{folder}" if folder in self.shadowed else ""
            above = ".." if self.place.folder else "."
            source = code("{package}.{name}", package=_name(alias or folder), name=made)
            return source, Import(above, folder, alias)
        return made, Import(self._path(symbol.module), symbol.name)

    def _path(self, module: str) -> str:
        """Return a module as this module imports it."""
        if not module.startswith("."):
            return module
        folder, _, name = module[1:].rpartition(".")
        if self.place.package:  # what users import: `acme.params`
            return f"{self.place.package}.{folder}"
        if folder == self.place.folder:
            return f".{name}"
        return f".{module}" if self.place.folder else module


def folder_of(symbol: Symbol) -> str:
    """Return the folder of a definition of `models` or `params`; otherwise empty."""
    folder = symbol.module[1:].partition(".")[0] if symbol.module[:1] == "." else ""
    return folder if folder in _DEFINITIONS else ""


class SourceWriter:
    """Writer of expressions as source, each on one line."""

    def __init__(self, resolution: Resolution) -> None:
        """Initialize the writer.

        Args:
            resolution: How symbols are written.
        """
        self._resolution = resolution
        # Expressions are shared: both classes of a resource have the same annotations.
        self._written: dict[int, tuple[Expression, Code]] = {}

    def write(self, expression: Expression) -> Code:
        """Return the source of an expression."""
        if isinstance(expression, Code):
            return expression
        known = self._written.get(id(expression))
        if known is None:
            known = expression, self._write(expression)
            self._written[id(expression)] = known
        return known[1]

    def _write(self, expression: Expression) -> Code:
        match expression:
            case Symbol():
                return self._resolution.resolve(expression)[0]
            case Generic():
                base, inner = self.write(expression.base), expression.arguments
                return code("{base}[{inner}]", base=base, inner=self._joined(inner))
            case Union():
                return _united([self.write(member) for member in expression.members])
            case Call():
                function = self.write(expression.function)
                return self.call(function, expression.arguments, expression.keywords)
            case ListDisplay() | TupleDisplay() | DictDisplay():
                return self._display(expression)
            case Quoted():
                return literal(str(self.write(expression.expression)))
            case Code():
                return expression

    def _display(self, display: ListDisplay | TupleDisplay | DictDisplay) -> Code:
        if isinstance(display, ListDisplay):
            return code("[{items}]", items=self._joined(display.items))
        if isinstance(display, TupleDisplay):
            comma = _COMMA if len(display.items) == 1 else _NOTHING
            items = self._joined(display.items)
            return code("({items}{comma})", items=items, comma=comma)
        entries = [
            code("{key}: {value}", key=self.write(key), value=self.write(value))
            for key, value in display.entries
        ]
        if display.spread is not None:
            entries.append(code("**{spread}", spread=self.write(display.spread)))
        return code("{{{entries}}}", entries=join(", ", entries))

    def _joined(self, expressions: Iterable[Expression]) -> Code:
        return join(", ", map(self.write, expressions))

    def call(
        self,
        function: Code,
        arguments: Iterable[Expression] = (),
        keywords: Iterable[Keyword] = (),
    ) -> Code:
        """Return a call of a function that is written already."""
        return code(
            "{f}({given})", f=function, given=self.arguments(arguments, keywords)
        )

    def arguments(
        self, arguments: Iterable[Expression], keywords: Iterable[Keyword]
    ) -> Code:
        """Return the arguments of a call, without the parentheses."""
        passed = [*map(self.write, arguments)]
        passed += [
            code("{n}={v}", n=_name(item.name), v=self.write(item.value))
            for item in keywords
        ]
        return join(", ", passed)


def _united(members: list[Code]) -> Code:
    """Return a union; a long one in groups, because Python nests each operator."""
    if len(members) <= _LONGEST_UNION:
        return join(" | ", members)
    groups = [
        code("({members})", members=join(" | ", members[start : start + _GROUP]))
        for start in range(0, len(members), _GROUP)
    ]
    return join(" | ", groups)
