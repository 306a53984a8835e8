"""Schemas that a discriminator can select although no reference points to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from ..json_data import array_of, object_of, text_of
from ..load.document import join
from .resolution import NodeId, Target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..json_data import JsonValue
    from .resolution import Resolver


class Derived(Struct, frozen=True):
    """A schema derived from a base schema with `allOf`.

    Attributes:
        name: Its name in its file, which is its value of the discriminator property.
        target: The derived schema.
    """

    name: str
    target: Target


def find_derived(base: Target, resolver: Resolver) -> Iterator[Derived]:
    """Yield the siblings of a schema in its file that are derived from it with `allOf`.

    A discriminator selects derived schemas by name (Swagger 2.0, "Schema Object"). A
    single document includes them even if nothing references them, so the bundled document
    has to include them as well. A base without a discriminator is searched too if it
    inherits one from its own base.
    """
    parent, _, last = base.node_id.pointer.rpartition("/")
    if not base.node_id.pointer or not _has_discriminator(base, resolver):
        return
    siblings = object_of(resolver.value_at(NodeId(base.node_id.file, parent)))
    for name, schema in siblings.items():
        node_id = NodeId(base.node_id.file, join(parent, name))
        for reference in _bases(schema):
            if not reference.endswith(last):
                continue
            found = resolver.resolve(node_id, reference)
            if isinstance(found, Target) and found.node_id == base.node_id:
                yield Derived(name, Target(node_id, schema))
                break


def _has_discriminator(schema: Target, resolver: Resolver) -> bool:
    """Return whether a schema, or one of its `allOf` bases, has a discriminator."""
    pending, seen = [schema], {schema.node_id}
    while pending:
        schema = pending.pop()
        if "discriminator" in object_of(schema.value):
            return True
        for reference in _bases(schema.value):
            found = resolver.resolve(schema.node_id, reference)
            if isinstance(found, Target) and found.node_id not in seen:
                seen.add(found.node_id)
                pending.append(found)
    return False


def _bases(schema: JsonValue) -> Iterator[str]:
    for part in array_of(object_of(schema).get("allOf")):
        reference = text_of(object_of(part).get("$ref"))
        if reference:
            yield reference
