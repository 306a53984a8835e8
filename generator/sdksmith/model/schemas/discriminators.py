"""Discriminators: how the members of a union are distinguished."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...json_data import array_of, object_of, text_of
from ..types import Discriminator
from .allof import merge_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ...json_data import JsonObject, JsonValue
    from ..types import TypeId
    from .registry import Member, SchemaRegistry

_NODES_PER_UNION: Final = 10
"""Nodes that replacing a union by its members spends, in addition to the members."""
_INTEGER: Final = re.compile(r"-?(?:0|[1-9]\d{0,17})", re.ASCII)


class _Tags(Struct, frozen=True):
    """A member and the properties that can distinguish it from others.

    Attributes:
        member: The member.
        values: Values of each property that lists its values, as strings.
        required: Names of the required properties.
    """

    member: Member
    values: dict[str, tuple[str, ...]]
    required: frozenset[str]


def read_discriminator(
    schemas: SchemaRegistry,
    node: JsonObject,
    members: list[Member],
    *,
    base: TypeId | None = None,
) -> Discriminator | None:
    """Return the discriminator of a union.

    A member without an entry in the mapping is selected by the listed values of its
    property that no other member has, or else by the name of its component (OpenAPI 3.1,
    section 4.8.25). Without a Discriminator Object, a property whose listed values differ
    between the members is used.

    Args:
        schemas: The schemas of the document.
        node: The Discriminator Object; empty if not defined.
        members: The members of the union.
        base: Type for values that are not listed.

    Returns:
        None if no property distinguishes the members.
    """
    name = text_of(node.get("propertyName"))
    inner: list[JsonObject] = []
    found = _leaves(schemas, members, name, inner)
    leaves = [_tags(schemas, leaf, name) for leaf in found]
    if not name:
        return _find_tag(leaves)
    by_pointer = {leaf.pointer: leaf.type for leaf in found}
    for part in _leaves(schemas, found):
        by_pointer.setdefault(part.pointer, part.type)
    mapping: dict[str, TypeId] = {}
    mapped: set[str] = set()
    for discriminator in (
        node,
        *(one for one in inner if one.get("propertyName") == name),
    ):
        for value, target in object_of(discriminator.get("mapping")).items():
            pointer = _mapping_target(schemas, target)
            selected = by_pointer.get(pointer)
            if selected is not None and mapping.setdefault(value, selected) == selected:
                mapped.add(pointer)
    counts = Counter(value for leaf in leaves for value in leaf.values.get(name, ()))
    for leaf in leaves:
        if leaf.member.pointer not in mapped:
            for value in _values(schemas, leaf, name, counts):
                mapping.setdefault(value, leaf.member.type)
    # `defaultMapping` is a field of OpenAPI 3.2; a repair renames it for validation
    # against 3.1.
    other = node.get("defaultMapping", node.get("x-defaultMapping"))
    default = by_pointer.get(_mapping_target(schemas, other), base)
    return Discriminator(name, _in_order(mapping), default)


def _in_order(mapping: dict[str, TypeId]) -> tuple[tuple[str, TypeId], ...]:
    """Return a mapping sorted by value: integers in numeric order, then other strings."""

    def rank(entry: tuple[str, TypeId]) -> tuple[bool, int, str]:
        value = entry[0]
        is_number = _INTEGER.fullmatch(value) is not None
        return not is_number, int(value) if is_number else 0, value

    return tuple(sorted(mapping.items(), key=rank))


def _mapping_target(schemas: SchemaRegistry, target: JsonValue) -> str:
    """Return the pointer of the schema that a mapping value refers to, else ""."""
    pointer = schemas.families.mapping_target(target)
    if pointer is None:
        return ""
    return schemas.shapes.resolve({"$ref": f"#{pointer}"}, f"{pointer}/$ref").pointer


def _leaves(
    schemas: SchemaRegistry,
    members: Sequence[Member],
    name: str = "",
    inner: list[JsonObject] | None = None,
) -> list[Member]:
    """Return the members, with unions among them replaced by their own members.

    Args:
        schemas: The schemas of the document.
        members: The members.
        name: The discriminator property of the union. A member that distinguishes its
            members by another property is kept as a whole. Empty to replace all.
        inner: List to which the discriminators of the replaced unions are added.
    """
    found: dict[str, Member] = {}
    seen: set[str] = set()
    stack = [*reversed(members)]
    while stack:
        member = stack.pop()
        parts = [] if member.pointer in seen else schemas.members_of(member)
        seen.add(member.pointer)
        node = object_of(member.node)
        if parts and not _is_distinguished_by_another(node, name):
            schemas.arena.budget.spend_nodes(_NODES_PER_UNION, member.pointer)
            if inner is not None:
                own = object_of(node.get("discriminator"))
                inner.append(own or schemas.families.discriminator(member.pointer))
            stack.extend(reversed(parts))
        else:
            found.setdefault(member.pointer, member)
    return list(found.values())


def _tags(schemas: SchemaRegistry, member: Member, name: str = "") -> _Tags:
    """Return the tags of a member; `name` is the discriminator property of the union."""
    node = object_of(member.node)
    if _is_distinguished_by_another(node, name) and schemas.shapes.is_union(
        node, member.pointer
    ):
        return _shared_tags(schemas, member)
    if not schemas.shapes.is_object(node):
        return _Tags(member, {}, frozenset())
    flat = schemas.flattening.flatten(node, member.pointer)
    schemas.arena.budget.spend_nodes(len(flat.layers), member.pointer)
    values: dict[str, tuple[str, ...]] = {}
    required: set[str] = set()
    for field in merge_fields(flat.layers, member.pointer):
        if field.required:
            required.add(field.name)
        resolved = schemas.shapes.resolve(field.type.node, field.type.pointer)
        listed = _listed(object_of(resolved.node))
        if listed:
            values[field.name] = listed
    return _Tags(member, values, frozenset(required))


def _is_distinguished_by_another(node: JsonObject, name: str) -> bool:
    """Return whether the discriminator of a schema is not the property `name`.

    An empty name stands for any property.
    """
    own = text_of(object_of(node.get("discriminator")).get("propertyName"))
    return bool(name and own) and own != name


def _shared_tags(schemas: SchemaRegistry, member: Member) -> _Tags:
    """Return the properties for which all members of a union list their values."""
    parts = [_tags(schemas, leaf) for leaf in _leaves(schemas, [member])]
    if not parts:
        return _Tags(member, {}, frozenset())
    names = set(parts[0].values).intersection(*(part.values for part in parts))
    values = {
        name: tuple(dict.fromkeys(text for part in parts for text in part.values[name]))
        for name in sorted(names)
    }
    required = parts[0].required.intersection(*(part.required for part in parts))
    return _Tags(member, values, required)


def _listed(node: JsonObject) -> tuple[str, ...]:
    """Return the values that a schema lists, as strings.

    The result is empty if a value is not a string, an integer, a boolean or null.
    """
    listed = [node["const"]] if "const" in node else array_of(node.get("enum"))
    texts: list[str] = []
    for value in listed:
        match value:
            case bool():
                texts.append("true" if value else "false")
            case str() | int():
                texts.append(str(value))
            case None:
                continue
            case _:
                return ()
    return tuple(texts)


def _values(
    schemas: SchemaRegistry, leaf: _Tags, name: str, counts: Counter[str]
) -> list[str]:
    own = [value for value in leaf.values.get(name, ()) if counts[value] == 1]
    if own:
        return own
    component = schemas.name_of(leaf.member.pointer)
    return [] if component is None else [schemas.families.value_of(component)]


def _find_tag(leaves: list[_Tags]) -> Discriminator | None:
    """Return a property whose listed values distinguish the members, if there is one.

    No two members may share a value. Properties that more members have are preferred, then
    those that more members require, then the alphabetically first.
    """
    names = Counter(name for leaf in leaves for name in leaf.values)
    best: tuple[int, int, str] | None = None
    for name, count in names.items():
        values = [value for leaf in leaves for value in leaf.values.get(name, ())]
        if count < 2 or len(set(values)) < len(values):
            continue
        required = sum(name in leaf.required for leaf in leaves)
        rank = (-count, -required, name)
        best = rank if best is None else min(best, rank)
    if best is None:
        return None
    mapping = {
        value: leaf.member.type
        for leaf in leaves
        for value in leaf.values.get(best[2], ())
    }
    return Discriminator(best[2], _in_order(mapping))
