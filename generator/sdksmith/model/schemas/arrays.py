"""Array types: lists with one item type, and tuples with typed positions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...json_data import array_of
from ...load.document import join
from ..types import ListOf, TupleOf
from .choices import spread_values
from .constraints import read_constraints

if TYPE_CHECKING:
    from ...json_data import JsonObject
    from ..types import TypeMeta
    from .registry import SchemaRegistry


def make_array(
    schemas: SchemaRegistry, node: JsonObject, pointer: str, meta: TypeMeta
) -> ListOf | TupleOf:
    """Return the type of an array.

    Args:
        schemas: The schemas of the document.
        node: The schema.
        pointer: Pointer of the schema.
        meta: Metadata of the type.
    """
    node = spread_values(node)
    items = node.get("items")
    place = join(pointer, "items")
    first = array_of(node.get("prefixItems"))
    if isinstance(items, list):  # JSON Schema draft 4, not converted by the upgrade
        first, items, place = first or items, node.get("additionalItems"), ""
    if not first:
        inner = schemas.type_of(items, place)
        return ListOf(meta, inner, schemas.nullable(items), read_constraints(node))
    rest = isinstance(items, dict)
    return TupleOf(
        meta,
        tuple(
            schemas.type_of(item, join(pointer, "prefixItems", index))
            for index, item in enumerate(first)
        ),
        # Authors who describe each position and no further items mean only these.
        schemas.type_of(items, place) if rest else None,
        tuple(schemas.nullable(item) for item in first),
        rest and schemas.nullable(items),
        read_constraints(node),
    )
