"""Expressions of generated source, as values.

The plan stage builds annotations, defaults and the data of operations from these structs.
They can be compared and shared between modules, because a `Symbol` does not depend on the
module that uses it. The render stage writes each expression once, when it has collected
all symbols of a module and therefore knows its imports.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from ..text.pysource import Code

if TYPE_CHECKING:
    from collections.abc import Iterable


class Symbol(Struct, frozen=True):
    """A name of a module: a class, function or constant that the source refers to.

    Attributes:
        module: The module that defines it. Modules of the client are relative to its
            package: `._runtime`, `.models.pet`.
        name: Its name in this module.
    """

    module: str
    name: str


class Generic(Struct, frozen=True):
    """A subscripted type: `list[str]`."""

    base: Expression
    arguments: tuple[Expression, ...]


class Union(Struct, frozen=True):
    """A union of types: `str | None`."""

    members: tuple[Expression, ...]


class Keyword(Struct, frozen=True):
    """A keyword argument of a call: `items="/data"`."""

    name: str
    value: Expression


class Call(Struct, frozen=True):
    """A call of a class or function: `ByCursor("after", items="/data")`."""

    function: Expression
    arguments: tuple[Expression, ...] = ()
    keywords: tuple[Keyword, ...] = ()


class ListDisplay(Struct, frozen=True):
    """A list: `["x", Pet(...)]`."""

    items: tuple[Expression, ...]


class TupleDisplay(Struct, frozen=True):
    """A tuple: `("x",)`."""

    items: tuple[Expression, ...]


class DictDisplay(Struct, frozen=True):
    """A dict: `{"404": ListOf("Error")}`.

    Attributes:
        entries: Its keys and values.
        spread: A mapping whose entries follow: `**others`; None without one.
    """

    entries: tuple[tuple[Expression, Expression], ...]
    spread: Expression | None = None


class Quoted(Struct, frozen=True):
    """A string literal with the source of an expression, which is evaluated later."""

    expression: Expression


Expression: TypeAlias = (
    Code
    | Symbol
    | Generic
    | Union
    | Call
    | ListDisplay
    | TupleDisplay
    | DictDisplay
    | Quoted
)
"""An expression. `Code` is a literal or a local name, which needs no import."""

NONE: Final = Symbol("builtins", "None")
ANY: Final = Symbol("typing", "Any")
LITERAL: Final = Symbol("typing", "Literal")
BOOL: Final = Symbol("builtins", "bool")
BYTES: Final = Symbol("builtins", "bytes")
DICT: Final = Symbol("builtins", "dict")
FLOAT: Final = Symbol("builtins", "float")
INT: Final = Symbol("builtins", "int")
LIST: Final = Symbol("builtins", "list")
OBJECT: Final = Symbol("builtins", "object")
STR: Final = Symbol("builtins", "str")
TUPLE: Final = Symbol("builtins", "tuple")
DECIMAL: Final = Symbol("decimal", "Decimal")
DATE: Final = Symbol("datetime", "date")
DATETIME: Final = Symbol("datetime", "datetime")
TIME: Final = Symbol("datetime", "time")
TIMEDELTA: Final = Symbol("datetime", "timedelta")
UUID: Final = Symbol("uuid", "UUID")


def union(members: Iterable[Expression]) -> Expression:
    """Return the union of types; a single type is returned unchanged."""
    found = tuple(members)
    return found[0] if len(found) == 1 else Union(found)


def optional(annotation: Expression) -> Union:
    """Return the union of a type and `None`."""
    return Union((annotation, NONE))


def find_symbols(expressions: Iterable[Expression | None]) -> frozenset[Symbol]:
    """Return the symbols in expressions."""
    found: set[Symbol] = set()
    seen: set[int] = set()
    roots = list(expressions)
    waiting = roots[:]
    while waiting:
        expression = waiting.pop()
        if isinstance(expression, Symbol):
            found.add(expression)
        elif not (
            expression is None
            or isinstance(expression, Code)
            or id(expression) in seen  # `roots` keeps them, so no id is used again
        ):
            seen.add(id(expression))
            waiting += _inside(expression)
    return frozenset(found)


def _inside(
    expression: (
        Generic | Union | Call | ListDisplay | TupleDisplay | DictDisplay | Quoted
    ),
) -> Iterable[Expression]:
    match expression:
        case Generic():
            return (expression.base, *expression.arguments)
        case Union():
            return expression.members
        case ListDisplay() | TupleDisplay():
            return expression.items
        case Call():
            keywords = [item.value for item in expression.keywords]
            return (expression.function, *expression.arguments, *keywords)
        case DictDisplay():
            spread = [] if expression.spread is None else [expression.spread]
            return [*(part for entry in expression.entries for part in entry), *spread]
        case Quoted():
            return (expression.expression,)
