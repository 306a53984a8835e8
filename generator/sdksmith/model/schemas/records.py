"""Object types: records with fields, and maps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..types import (
    MapOf,
    Record,
)
from .allof import merge_fields
from .constraints import read_object_constraints
from .fields import (
    make_field,
    read_extra,
)

if TYPE_CHECKING:
    from ..types import TypeMeta
    from .allof import Layer
    from .conversion import SchemaTypes


def make_record(
    schemas: SchemaTypes, layers: tuple[Layer, ...], meta: TypeMeta
) -> Record | MapOf:
    """Return the type of an object made of `layers`.

    An object without known properties is a map, unless additional properties are
    forbidden.
    """
    fields = merge_fields(layers, meta.pointer)
    extra = read_extra(schemas, layers)
    constraints = read_object_constraints(layer.node for layer in layers)
    if not fields and extra.type is not None:
        return MapOf(meta, extra.type, extra.nullable, constraints)
    return Record(
        meta,
        tuple(make_field(schemas, field) for field in fields),
        extra.type,
        extra.declared,
        extra.nullable,
        constraints,
    )
