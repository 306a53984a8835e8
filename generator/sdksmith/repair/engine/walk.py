"""Objects inside an object of an API document, based on its grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from ...spec.grammar import Form, Grammar, Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...json_data import JsonObject, JsonValue
    from ...spec.grammar import Field
    from .rule import Node

Child: TypeAlias = "tuple[JsonObject, Kind, Kind, tuple[str, ...]]"
"""Value, kind and expected kind of an object, and its reference tokens; see `Node`.

Most children do not become a `Node`, because nothing must check them."""


def children(node: Node, tables: Grammar) -> list[Child]:
    """Return the objects inside a node, in the order of the document.

    References are not followed; their targets are visited where they are defined. Plain
    data such as examples, defaults, enumerations and extensions is not visited, and
    neither are values that are not the object or list that the specification requires.
    """
    # Lists instead of nested generators, which take twice as long.
    found: list[Child] = []
    if node.kind is Kind.DEFINITIONS:
        entries = [((key,), value) for key, value in node.value.items()]
        _add(found, entries, node.expected, tables)
    elif node.kind is not Kind.REFERENCE:
        shape = tables.shapes[node.kind]
        others = shape.others
        for key, value in node.value.items():
            if not isinstance(value, dict | list):
                continue
            field = shape.find(key)
            if field is None and not (shape.extensible and key.startswith("x-")):
                field = others
            if field is not None and field.kind is not None:
                _add_field(found, key, value, field, field.kind, tables)
    return found


def _add_field(
    found: list[Child],
    key: str,
    value: JsonValue,
    field: Field,
    kind: Kind,
    tables: Grammar,
) -> None:
    if field.form is Form.OBJECT:
        _add(found, [((key,), value)], kind, tables)
    elif field.form is Form.LIST and isinstance(value, list):
        entries = [((key, str(index)), entry) for index, entry in enumerate(value)]
        _add(found, entries, kind, tables)
    elif field.form is Form.MAP and isinstance(value, dict):
        if field.holder is not None:
            found.append((value, field.holder, kind, (key,)))
        else:
            named = [((key, name), entry) for name, entry in value.items()]
            _add(found, named, kind, tables)


def _add(
    found: list[Child],
    entries: Iterable[tuple[tuple[str, ...], JsonValue]],
    expected: Kind,
    tables: Grammar,
) -> None:
    may_be_reference = expected in tables.references
    for tokens, value in entries:
        if isinstance(value, dict):
            kind = expected
            if may_be_reference and isinstance(value.get("$ref"), str):
                kind = Kind.REFERENCE
            found.append((value, kind, expected, tokens))
