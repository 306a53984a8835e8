"""Source of expressions as callers write it: `models.Order`, `params.OrderParam`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..plan.expressions import (
    Call,
    DictDisplay,
    Generic,
    ListDisplay,
    Quoted,
    Symbol,
    TupleDisplay,
    Union,
)
from ..text.pysource import Code

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..plan.expressions import Expression

_FOLDERS = ("models", "params")


class SourceWriter:
    """Writer of expressions, which writes each of them once."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Expression, str]] = {}

    def write(self, expression: Expression | None) -> str:
        """Return the source of an expression; an empty string for None."""
        if expression is None:
            return ""
        if isinstance(expression, Code):
            return str(expression)
        known = self._known.get(id(expression))
        if known is None:
            known = (expression, self._write(expression))
            self._known[id(expression)] = known
        return known[1]

    def _write(self, expression: Expression) -> str:
        match expression:
            case Symbol():
                folder = expression.module.split(".")[1:2]
                prefix = f"{folder[0]}." if folder and folder[0] in _FOLDERS else ""
                return f"{prefix}{expression.name}"
            case Generic():
                arguments = self._join(expression.arguments)
                return f"{self.write(expression.base)}[{arguments}]"
            case Union():
                return " | ".join(map(self.write, expression.members))
            case Quoted():
                return self.write(expression.expression)
            case Call():
                keywords = (
                    f"{k.name}={self.write(k.value)}" for k in expression.keywords
                )
                parts = (*map(self.write, expression.arguments), *keywords)
                return f"{self.write(expression.function)}({', '.join(parts)})"
            case ListDisplay():
                return f"[{self._join(expression.items)}]"
            case TupleDisplay():
                comma = "," if len(expression.items) == 1 else ""
                return f"({self._join(expression.items)}{comma})"
            case DictDisplay():
                entries = [
                    f"{self.write(key)}: {self.write(value)}"
                    for key, value in expression.entries
                ]
                if expression.spread is not None:
                    entries.append(f"**{self.write(expression.spread)}")
                return f"{{{', '.join(entries)}}}"
            case _:
                return str(expression)

    def _join(self, expressions: Iterable[Expression]) -> str:
        return ", ".join(map(self.write, expressions))
