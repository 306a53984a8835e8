"""Detection of values whose type differs from the one defined in the grammar."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct

from ...spec.grammar import Field, Form, Kind
from ...spec.tables import grammar
from .caching import cached_by_node
from .outlines import fits

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...json_data import JsonValue
    from .outlines import Outline
    from .rule import Node

STRUCTURED: Final = tuple(kind for kind in Kind if kind is not Kind.REFERENCE)
"""Kinds that have fields."""

Tokens: TypeAlias = tuple[str, ...]
_TEXT: Final = Field(Form.STRING)


class TypeMismatch(Struct, frozen=True):
    """Value whose type differs from the one that the specification requires.

    Attributes:
        tokens: Reference tokens from the node to the value.
        field: Definition of the field.
        value: The value.
        is_entry: Whether the value is an item of a list or an entry of a map (including
            objects with arbitrary keys), and not a fixed field.
        in_list: Whether the value is an item of a list.
    """

    tokens: Tokens
    field: Field
    value: JsonValue
    is_entry: bool = False
    in_list: bool = False

    @property
    def key(self) -> str:
        """Name of the field or entry."""
        return self.tokens[-1]

    @property
    def label(self) -> str:
        """Name of the value in messages: "`tags`", "`tags[0]`" or "'200'"."""
        if self.in_list:
            return f"`{self.tokens[-2]}[{self.key}]`"
        return repr(self.key) if self.is_entry else f"`{self.key}`"


def may_have_mismatches(outline: Outline) -> bool:
    """Return whether the types of the fields do not rule out mismatches.

    Items of lists and entries of maps can have a wrong type in nodes with any outline.
    """
    if outline.kind is Kind.DEFINITIONS:
        return outline.expected is not Kind.SCHEMA
    shape = grammar(outline.dialect).shapes[outline.kind]
    if shape.others is not None:
        return True
    return any(
        _may_mismatch(kind, shape.fields[key])
        for key, kind in outline.types.items()
        if key in shape.fields
    )


def _may_mismatch(value_type: type, field: Field) -> bool:
    form = field.form
    if form is Form.VALUE or (field.kind is Kind.SCHEMA and field.holder is None):
        return False
    return (
        not fits(value_type, form)
        or form in {Form.LIST, Form.STRINGS, Form.STRING_MAP}
        or (form is Form.MAP and field.holder is None)
    )


@cached_by_node
def type_mismatches(node: Node) -> tuple[TypeMismatch, ...]:
    """Return the values of the wrong type in a node: its fields and their entries.

    Values that should be schemas are not included, because separate rules interpret
    them. Several rules check the same node one after another.
    """
    if node.kind is Kind.DEFINITIONS:
        if node.expected is Kind.SCHEMA:
            return ()
        entry = Field(Form.OBJECT, node.expected)
        return tuple(_map_entries((), node.value.items(), entry))
    shape = grammar(node.document.dialect).shapes[node.kind]
    bad: list[TypeMismatch] = []
    for key, value in node.value.items():
        field = shape.fields.get(key)
        if field is not None:
            bad += _field(key, value, field)
        elif shape.others is not None and not (
            shape.extensible and key.startswith("x-")
        ):
            bad += _map_entries((), ((key, value),), shape.others)
    return tuple(bad)


def _field(key: str, value: JsonValue, field: Field) -> Iterator[TypeMismatch]:
    form = field.form
    if form is Form.VALUE or (field.kind is Kind.SCHEMA and field.holder is None):
        return
    if not fits(type(value), form):
        yield TypeMismatch((key,), field, value)
    elif isinstance(value, list):
        yield from _list_entries(key, value, field)
    elif isinstance(value, dict) and form is Form.MAP and field.holder is None:
        entry = Field(Form.OBJECT, field.kind)
        yield from _map_entries((key,), value.items(), entry)
    elif isinstance(value, dict) and form is Form.STRING_MAP:
        yield from _map_entries((key,), value.items(), _TEXT)


def _list_entries(
    key: str, values: list[JsonValue], field: Field
) -> Iterator[TypeMismatch]:
    if field.form is Form.VALUES:
        return
    entry = _TEXT if field.form is Form.STRINGS else Field(Form.OBJECT, field.kind)
    for index, value in enumerate(values):
        if not fits(type(value), entry.form):
            yield TypeMismatch(
                (key, str(index)), entry, value, is_entry=True, in_list=True
            )


def _map_entries(
    parents: Tokens, items: Iterable[tuple[str, JsonValue]], field: Field
) -> Iterator[TypeMismatch]:
    for key, value in items:
        # `x-` keys are extensions in maps of strings (scopes), but names in other maps
        # (the security scheme `x-api-key`).
        if field is _TEXT and key.startswith("x-"):
            continue
        if not fits(type(value), field.form):
            yield TypeMismatch((*parents, key), field, value, is_entry=True)
        elif isinstance(value, list) and field.form is Form.STRINGS:
            for index, text in enumerate(value):
                if not isinstance(text, str):
                    tokens = (*parents, key, str(index))
                    yield TypeMismatch(tokens, _TEXT, text, is_entry=True, in_list=True)
