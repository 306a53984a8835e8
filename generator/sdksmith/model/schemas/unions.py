"""Union types: from `oneOf` or `anyOf`, from families, and from objects with unions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ...json_data import object_of
from ..types import UnionOf
from .discriminators import read_discriminator
from .records import make_record
from .registry import Member

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue
    from ..references import Target
    from ..types import TypeMeta
    from .allof import FlatSchema, Layer
    from .registry import SchemaRegistry


def make_union(schemas: SchemaRegistry, node: JsonObject, pointer: str) -> UnionOf:
    """Return the union type of a schema that only has `oneOf` or `anyOf`."""
    members = schemas.union_members(node, pointer)
    discriminator = object_of(node.get("discriminator"))
    return UnionOf(
        schemas.meta(node, pointer),
        tuple(dict.fromkeys(member.type for member in members)),
        read_discriminator(schemas, discriminator, members),
    )


def make_family(schemas: SchemaRegistry, node: JsonObject, pointer: str) -> UnionOf:
    """Return the union type of the base of a family.

    See `model.families`.
    """
    members = schemas.family_members(pointer)
    discriminator = schemas.families.discriminator(pointer)
    base = members[-1].type
    return UnionOf(
        schemas.meta(node, pointer),
        tuple(dict.fromkeys(member.type for member in members)),
        read_discriminator(schemas, discriminator, members, base=base),
    )


def make_variants(schemas: SchemaRegistry, flat: FlatSchema, meta: TypeMeta) -> UnionOf:
    """Return the union with one record for each variant, each with all layers."""
    owner = (meta.name,) if meta.name is not None else meta.context
    members: list[Member] = []
    for index, variant in enumerate(flat.variants):
        resolved = [schemas.shapes.resolve(part.node, part.pointer) for part in variant]
        place = (meta.pointer, f"variant {index}")
        words = [
            word for part in resolved for word in _variant_words(schemas, part, owner)
        ]
        layers = _add_layers(schemas, flat.layers, resolved)
        variant_meta = schemas.meta(
            object_of(resolved[0].node), resolved[0].pointer, (*owner, *words)
        )
        type_id = schemas.arena.reserve(
            place, partial(make_record, schemas, layers, variant_meta)
        )
        parts: list[JsonValue] = [layer.node for layer in layers]
        if len(resolved) == 1:
            members.append(Member(resolved[0].node, resolved[0].pointer, type_id))
            continue
        combined: JsonObject = {"allOf": parts}
        members.append(Member(combined, f"{meta.pointer}#{index}", type_id))
    discriminator = read_discriminator(schemas, flat.discriminator, members)
    return UnionOf(meta, tuple(member.type for member in members), discriminator)


def _variant_words(
    schemas: SchemaRegistry, variant: Target, owner: tuple[str, ...]
) -> tuple[str, ...]:
    """Return the name words that a variant adds to the name of the union."""
    name = schemas.name_of(variant.pointer)
    if name is not None:
        return (name,)
    context = schemas.meta(object_of(variant.node), variant.pointer).context
    return context[len(owner) :] if context[: len(owner)] == owner else context[1:]


def _add_layers(
    schemas: SchemaRegistry, layers: tuple[Layer, ...], variants: list[Target]
) -> tuple[Layer, ...]:
    combined = {layer.pointer: layer for layer in layers}
    for variant in variants:
        flat = schemas.flattening.flatten(object_of(variant.node), variant.pointer)
        for layer in flat.layers:
            combined.setdefault(layer.pointer, layer)
    return tuple(combined.values())
