"""Traversal of the objects of an API document, based on its grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...spec.grammar import Form, Grammar, Kind
from ...spec.tables import grammar
from .rule import Node

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...json_data import JsonValue
    from ...spec.grammar import Field
    from .context import Context


def walk(context: Context, skip: Callable[[Node], bool]) -> Iterator[Node]:
    """Yield the objects of a document, parents first, in the order of the document.

    References are not followed; their targets are visited where they are defined. Plain
    data such as examples, defaults, enumerations and extensions is not visited, and
    neither are values that are not the object or list that the specification requires.

    Args:
        context: The document.
        skip: Returns whether to skip a node and everything inside it.
    """
    tables = grammar(context.dialect)
    # A stack instead of recursion, because real schemas can be nested very deeply.
    stack = [Node(context.tree, Kind.DOCUMENT, Kind.DOCUMENT, context)]
    while stack:
        node = stack.pop()
        if skip(node):
            continue
        yield node
        if node.kind is not Kind.REFERENCE:
            children = _children(node, tables)
            children.reverse()
            stack += children


def _children(node: Node, tables: Grammar) -> list[Node]:
    # Lists instead of nested generators, which take twice as long.
    children: list[Node] = []
    if node.kind is Kind.DEFINITIONS:
        for key, value in node.value.items():
            _add(children, node, (key,), value, node.expected, tables)
        return children
    shape = tables.shapes[node.kind]
    others = shape.others
    for key, value in node.value.items():
        if not isinstance(value, dict | list):
            continue
        field = shape.find(key)
        if field is None and not (shape.extensible and key.startswith("x-")):
            field = others
        if field is not None and field.kind is not None:
            _add_field(children, node, key, value, field, tables)
    return children


def _add_field(
    children: list[Node],
    node: Node,
    key: str,
    value: JsonValue,
    field: Field,
    tables: Grammar,
) -> None:
    kind = field.kind
    if kind is None:
        return
    if field.form is Form.OBJECT:
        _add(children, node, (key,), value, kind, tables)
    elif field.form is Form.LIST and isinstance(value, list):
        for index, entry in enumerate(value):
            _add(children, node, (key, str(index)), entry, kind, tables)
    elif field.form is Form.MAP and isinstance(value, dict):
        if field.holder is not None:
            trail = ((key,), node)
            children.append(Node(value, field.holder, kind, node.document, trail))
            return
        for name, entry in value.items():
            _add(children, node, (key, name), entry, kind, tables)


def _add(
    children: list[Node],
    parent: Node,
    tokens: tuple[str, ...],
    value: JsonValue,
    expected: Kind,
    tables: Grammar,
) -> None:
    if isinstance(value, dict):
        kind = expected
        if expected in tables.references and isinstance(value.get("$ref"), str):
            kind = Kind.REFERENCE
        trail = (tokens, parent)
        children.append(Node(value, kind, expected, parent.document, trail))
