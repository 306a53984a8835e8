"""Schemas with several types, such as `type: [string, array]`."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Final

from ...load.document import split
from ..types import Scalar, ScalarKind, UnionOf
from .arrays import make_array
from .constraints import read_constraints
from .scalars import scalar_format, scalar_kind
from .shapes import is_component

if TYPE_CHECKING:
    from ...json_data import JsonObject
    from ..types import Type, TypeId, TypeMeta
    from .registry import SchemaRegistry

_ALL: Final = frozenset({"string", "number", "boolean", "array", "object"})
_WORDS: Final = {"array": "list", "object": "object"}
_UNION_KEYWORDS: Final = frozenset({"title", "description", "examples", "example"})
"""Keywords that apply to the union and not to each type."""


def make_type_union(
    schemas: SchemaRegistry, node: JsonObject, pointer: str, names: list[str]
) -> Type:
    """Return the union of a list of types, or any JSON value if it has all types."""
    meta = schemas.meta(node, pointer)
    if set(names) >= _ALL:
        return Scalar(meta, ScalarKind.ANY)
    members = tuple(_reserve_member(schemas, node, pointer, name) for name in names)
    return UnionOf(meta, members)


def _reserve_member(
    schemas: SchemaRegistry, node: JsonObject, pointer: str, name: str
) -> TypeId:
    owner = split(pointer)[-1:] if is_component(pointer) else []
    context = (*owner, *schemas.words_of(pointer)[len(owner) :])
    restricted: JsonObject = {
        key: value for key, value in node.items() if key not in _UNION_KEYWORDS
    }
    restricted["type"] = name
    meta = schemas.meta(restricted, pointer, (*context, _WORDS.get(name, name)))
    return schemas.arena.reserve(
        (pointer, f"type {name}"), partial(_make_member, schemas, restricted, meta)
    )


def _make_member(schemas: SchemaRegistry, node: JsonObject, meta: TypeMeta) -> Type:
    if node["type"] == "object":
        return schemas.make_object(node, meta.pointer, meta)
    if node["type"] == "array":
        return make_array(schemas, node, meta.pointer, meta)
    kind = scalar_kind(node) or ScalarKind.ANY
    return Scalar(meta, kind, scalar_format(node), read_constraints(node))
