"""Discriminator properties that the variants of a union do not define.

A variant without the property cannot be distinguished from others (OpenAPI 3.1, section
4.8.25 requires it), but documents of TypeSpec and others define the property only by the
discriminator of the union.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ..load.document import join
from .types import (
    Choice,
    Field,
    Presence,
    Record,
    ScalarKind,
    TypeId,
    TypeMeta,
    UnionOf,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .types import Type


def add_discriminator_fields(types: Sequence[Type]) -> tuple[Type, ...]:
    """Return the types, with the discriminators of unions added to their variants.

    The property is optional, because a variant can also be used outside of the union.
    Its values are those that select the variant.
    """
    missing: dict[TypeId, dict[str, set[str]]] = {}
    variants: dict[TypeId, Record] = {}
    for item in types:
        if isinstance(item, UnionOf) and item.discriminator is not None:
            name = item.discriminator.property_name
            for value, selected in item.discriminator.mapping:
                for type_id, record in _records(types, selected):
                    if all(field.name != name for field in record.fields):
                        variants[type_id] = record
                        properties = missing.setdefault(type_id, {})
                        properties.setdefault(name, set()).add(value)
    result = list(types)
    for type_id, properties in missing.items():
        record = variants[type_id]
        fields: list[Field] = []
        for name, values in properties.items():
            fields.append(Field(name, TypeId(len(result)), Presence.OPTIONAL))
            result.append(_choice(record, name, sorted(values)))
        result[type_id] = replace(record, fields=(*fields, *record.fields))
    return tuple(result)


def _records(
    types: Sequence[Type], selected: TypeId
) -> Iterator[tuple[TypeId, Record]]:
    """Yield the records of a type, which is a record or a union of records."""
    seen: set[TypeId] = set()
    stack = [selected]
    while stack:
        type_id = stack.pop()
        if type_id in seen:
            continue
        seen.add(type_id)
        item = types[type_id]
        if isinstance(item, UnionOf):
            stack.extend(item.members)
        elif isinstance(item, Record):
            yield type_id, item


def _choice(record: Record, name: str, values: list[str]) -> Choice:
    meta = record.meta
    owner = (meta.name,) if meta.name is not None else meta.context
    place = TypeMeta(join(meta.pointer, "properties", name), context=(*owner, name))
    return Choice(place, ScalarKind.STRING, tuple(values))
