"""Texts and imports that the fixtures are made of."""

from __future__ import annotations

import ast
import builtins
from typing import LiteralString

from sdksmith.plan.expressions import (
    ANY,
    LITERAL,
    NONE,
    Call,
    Expression,
    Generic,
    Keyword,
    ListDisplay,
    Symbol,
    TupleDisplay,
    Union,
)
from sdksmith.plan.runtime import RUNTIME
from sdksmith.render.imports import ImportView
from sdksmith.text.pysource import Code, identifier, literal

HOSTILE = (
    'ends """ + (1/0) + """ with \\ and\u2028import os # type: ignore\n{{ 7 * 7 }} "'
)
LONG = (
    "A sentence that is said again and again until it no longer fits on one line. " * 3
)

STATUSES = [f"status {number}" for number in range(12)]


def from_(module: LiteralString, *names: LiteralString) -> ImportView:
    return ImportView(Code(module), tuple(map(Code, names)))


SYMBOLS = {
    **RUNTIME,
    **{name: Symbol("builtins", name) for name in dir(builtins)},
    "Any": ANY,
    "Literal": LITERAL,
    "NotRequired": Symbol("typing", "NotRequired"),
    "None": NONE,
    "Pet": Symbol(".models.pet", "Pet"),
    "Status": Symbol(".models.pet", "Status"),
    "Kind": Symbol(".params.shape", "Kind"),
    "ShapeParams": Symbol(".params.shape", "ShapeParams"),
    "OddParams": Symbol(".params.shape", "OddParams"),
}


def parsed(source: str) -> Expression:
    """Return the expression that stands in a string of Python source."""
    return _expression(ast.parse(source, mode="eval").body)


def parsed_call(source: str) -> Call:
    """Return the call that stands in a string of Python source."""
    made = parsed(source)
    assert isinstance(made, Call)
    return made


def _expression(node: ast.expr) -> Expression:
    match node:
        case ast.Name(id=name):
            return SYMBOLS[name] if name in SYMBOLS else identifier(name)
        case ast.Constant(value=None):
            return NONE
        case ast.Constant(value=value):
            assert isinstance(value, str | int | float)
            return literal(value)
        case ast.Attribute(value=ast.Name(id="builtins" | "datetime" as module)):
            return Symbol(module, node.attr)
        case ast.Attribute():
            return Code(".").join([_name(node.value), identifier(node.attr)])
        case ast.BinOp(left=left, right=right):
            return Union((_expression(left), _expression(right)))
        case ast.Call(func=function, args=arguments, keywords=keywords):
            return Call(
                _expression(function),
                tuple(map(_expression, arguments)),
                tuple(
                    Keyword(item.arg or "", _expression(item.value))
                    for item in keywords
                ),
            )
        case _:
            return _compound(node)


def _compound(node: ast.expr) -> Expression:
    match node:
        case ast.Subscript(value=base, slice=ast.Tuple(elts=items)):
            return Generic(_expression(base), tuple(map(_expression, items)))
        case ast.Subscript(value=base, slice=item):
            return Generic(_expression(base), (_expression(item),))
        case ast.Tuple(elts=items):
            return TupleDisplay(tuple(map(_expression, items)))
        case ast.List(elts=items):
            return ListDisplay(tuple(map(_expression, items)))
        case _:
            raise ValueError(ast.unparse(node))


def _name(node: ast.expr) -> Code:
    made = _expression(node)
    assert isinstance(made, Code)
    return made
