"""Unions: of a `oneOf` or `anyOf`, of a family, and of records with one inside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..jsondata import object_of
from .discriminators import Member, read_discriminator
from .records import make_record
from .types import UnionOf

if TYPE_CHECKING:
    from ..jsondata import JsonObject
    from .allof import Flat, Layer
    from .refs import Target
    from .schemas import SchemaTypes
    from .types import TypeId, TypeMeta


def make_union(schemas: SchemaTypes, node: JsonObject, pointer: str) -> UnionOf:
    """Return the union of a `oneOf` or `anyOf` that stands alone."""
    members = union_members(schemas, node, pointer)
    discriminator = object_of(node.get("discriminator"))
    return UnionOf(
        schemas.meta(node, pointer),
        tuple(dict.fromkeys(member.type for member in members)),
        read_discriminator(schemas, discriminator, members),
    )


def union_members(schemas: SchemaTypes, node: JsonObject, pointer: str) -> list[Member]:
    """Return the members of a `oneOf` or `anyOf`."""
    members: list[Member] = []
    for item in schemas.shapes.alternatives(node, pointer):
        settled = schemas.shapes.settle(item.node, item.pointer)
        type_id = schemas.type_of(item.node, item.pointer)
        members.append(Member(settled.node, settled.pointer, type_id))
    return members


def make_family(schemas: SchemaTypes, node: JsonObject, pointer: str) -> UnionOf:
    """Return the union that a base with a discriminator stands for where it is used.

    See `model.families`.
    """
    members = family_members(schemas, pointer)
    discriminator = schemas.families.discriminator(pointer)
    base = members[-1].type
    return UnionOf(
        schemas.meta(node, pointer),
        tuple(dict.fromkeys(member.type for member in members)),
        read_discriminator(schemas, discriminator, members, base=base),
    )


def family_members(schemas: SchemaTypes, pointer: str) -> list[Member]:
    """Return the descendants of a base, then the base alone."""
    pointers = [*schemas.families.members(pointer), pointer]
    return [
        Member(schemas.component(one), one, schemas.record_of(one)) for one in pointers
    ]


def make_variants(schemas: SchemaTypes, flat: Flat, meta: TypeMeta) -> UnionOf:
    """Return the union of one record a variant, each with all the layers."""
    owner = (meta.name,) if meta.name is not None else meta.context
    members: list[Member] = []
    for index, variant in enumerate(flat.variants):
        settled = schemas.shapes.settle(variant.node, variant.pointer)
        type_id = _reserve_variant(
            schemas, flat.layers, settled, (meta.pointer, index), owner
        )
        members.append(Member(settled.node, settled.pointer, type_id))
    discriminator = read_discriminator(schemas, flat.discriminator, members)
    return UnionOf(meta, tuple(member.type for member in members), discriminator)


def _reserve_variant(
    schemas: SchemaTypes,
    layers: tuple[Layer, ...],
    variant: Target,
    place: tuple[str, int],
    owner: tuple[str, ...],
) -> TypeId:
    node = object_of(variant.node)
    name = schemas.name_of(variant.pointer)
    if name is not None:
        words: tuple[str, ...] = (name,)
    else:
        words = schemas.meta(node, variant.pointer).context[len(owner) :]
    own = schemas.flattening.flatten(node, variant.pointer).layers
    known = {layer.pointer for layer in layers}
    together = (*layers, *(layer for layer in own if layer.pointer not in known))
    meta = schemas.meta(node, variant.pointer, (*owner, *words))
    return schemas.arena.reserve(
        (place[0], f"variant {place[1]}"),
        lambda: make_record(schemas, together, meta),
    )
