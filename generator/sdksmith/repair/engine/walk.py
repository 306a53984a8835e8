"""Traversal of the objects of an API document, based on its grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...spec.grammar import Form, Grammar, Kind
from ...spec.tables import grammar
from .rule import Node

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

    from ...json_data import JsonObject, JsonValue
    from ...spec.grammar import Field
    from .context import Context


def walk(context: Context, checked: AbstractSet[int]) -> Iterator[Node]:
    """Yield the objects of a document, parents first, in the order of the document.

    References are not followed; their targets are visited where they are defined. Plain
    data such as examples, defaults, enumerations and extensions is not visited, and
    neither are values that are not the object or list that the specification requires.

    Args:
        context: The document.
        checked: Ids of objects to skip, including everything inside them.
    """
    tables = grammar(context.dialect)
    root = Node(
        value=context.root,
        kind=Kind.DOCUMENT,
        expected=Kind.DOCUMENT,
        tokens=(),
        parent=None,
        document=context,
    )
    # A stack instead of recursion, because real schemas can be nested very deeply.
    stack = [root]
    while stack:
        node = stack.pop()
        if id(node.value) in checked:
            continue
        yield node
        if node.kind is not Kind.REFERENCE:
            stack.extend(reversed(list(_children(node, tables))))


def _children(node: Node, tables: Grammar) -> Iterator[Node]:
    if node.kind is Kind.DEFINITIONS:
        for key, value in node.value.items():
            yield from _object(node, (key,), value, node.expected, tables)
        return
    shape = tables.shapes[node.kind]
    others = shape.others
    for key, value in node.value.items():
        if not isinstance(value, dict | list):
            continue
        field = shape.find(key)
        if field is None and not (shape.extensible and key.startswith("x-")):
            field = others
        if field is not None and field.kind is not None:
            yield from _field(node, key, value, field, tables)


def _field(
    node: Node, key: str, value: JsonValue, field: Field, tables: Grammar
) -> Iterator[Node]:
    kind = field.kind
    if kind is None:
        return
    if field.form is Form.OBJECT:
        yield from _object(node, (key,), value, kind, tables)
    elif field.form is Form.LIST and isinstance(value, list):
        for index, entry in enumerate(value):
            yield from _object(node, (key, str(index)), entry, kind, tables)
    elif field.form is Form.MAP and isinstance(value, dict):
        if field.holder is not None:
            yield Node(value, field.holder, kind, (key,), node, node.document)
            return
        for name, entry in value.items():
            yield from _object(node, (key, name), entry, kind, tables)


def _object(
    parent: Node,
    tokens: tuple[str, ...],
    value: JsonValue,
    expected: Kind,
    tables: Grammar,
) -> Iterator[Node]:
    if isinstance(value, dict):
        kind = expected
        if expected in tables.references and _is_reference(value):
            kind = Kind.REFERENCE
        yield Node(value, kind, expected, tokens, parent, parent.document)


def _is_reference(value: JsonObject) -> bool:
    return isinstance(value.get("$ref"), str)
