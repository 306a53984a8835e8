"""Reads how the members of a union are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ..jsondata import array_of, object_of, text_of
from .allof import merge_fields
from .types import Discriminator

if TYPE_CHECKING:
    from ..jsondata import JsonObject, JsonValue
    from .schemas import SchemaTypes
    from .types import TypeId


class Member(Struct, frozen=True):
    """A member of a union: its settled schema and its type."""

    node: JsonValue
    pointer: str
    type: TypeId


def read_discriminator(
    schemas: SchemaTypes, node: JsonObject, members: list[Member]
) -> Discriminator | None:
    """Return the discriminator of a union with each value that means a member.

    A member that the mapping leaves out is meant by the one value its property may
    have, else by the name of its component (OpenAPI 3.1, section 4.8.25).
    """
    name = text_of(node.get("propertyName"))
    if not name:
        return None
    by_pointer = {member.pointer: member.type for member in members}
    mapping: dict[str, TypeId] = {}
    mapped: set[str] = set()
    for value, target in object_of(node.get("mapping")).items():
        pointer = schemas.families.mapped(target)
        if pointer is not None:
            place = f"{pointer}/$ref"
            pointer = schemas.shapes.settle({"$ref": f"#{pointer}"}, place).pointer
            if pointer in by_pointer:
                mapping[value] = by_pointer[pointer]
                mapped.add(pointer)
    for member in members:
        if member.pointer not in mapped:
            for value in _values(schemas, member, name):
                mapping.setdefault(value, member.type)
    return Discriminator(name, tuple(sorted(mapping.items())))


def _values(schemas: SchemaTypes, member: Member, name: str) -> list[str]:
    node = object_of(member.node)
    flat = schemas.flattening.flatten(node, member.pointer)
    for field in merge_fields(flat.layers, member.pointer):
        if field.name == name:
            settled = schemas.shapes.settle(field.type.node, field.type.pointer)
            tag = object_of(settled.node)
            listed = [tag["const"]] if "const" in tag else array_of(tag.get("enum"))
            if len(listed) == 1 and isinstance(listed[0], str):
                return [listed[0]]
    component = schemas.name_of(member.pointer)
    return [] if component is None else [schemas.families.value_of(component)]
