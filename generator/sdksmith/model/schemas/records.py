"""Object types: records with fields, and maps."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...json_data import array_of, object_of, text_of
from ...load.document import join
from ...report.diagnostics import ABSENT, Absent
from ..types import Field, MapOf, Presence, Record, UnionOf
from .allof import merge_fields
from .constraints import read_object_constraints
from .shapes import allows_null, is_plain

if TYPE_CHECKING:
    from ...json_data import JsonObject, JsonValue
    from ...report.diagnostics import MaybeJson
    from ..references import Target
    from ..types import TypeId, TypeMeta
    from .allof import FlatField, Layer
    from .registry import SchemaRegistry

_EVERY_KEY: Final = re.compile(r"\^?(?:\.[*+]|\(\.[*+]\))\$?|\^?")
"""Patterns that match every key, apart from the empty one."""

_ADDITIONAL_KEYWORDS: Final = ("additionalProperties", "unevaluatedProperties")


class AdditionalProperties(Struct, frozen=True):
    """The values of the additional properties of a record.

    Attributes:
        type: Type of the values; None if additional properties are not allowed.
        declared: Whether the document defines this explicitly.
        nullable: Whether a value may be null.
    """

    type: TypeId | None
    declared: bool = False
    nullable: bool = False


def make_record(
    schemas: SchemaRegistry, layers: tuple[Layer, ...], meta: TypeMeta
) -> Record | MapOf:
    """Return the type of an object made of `layers`.

    An object without known properties is a map, unless additional properties are
    forbidden.
    """
    properties = (object_of(layer.node.get("properties")) for layer in layers)
    count = len(layers) + sum(map(len, properties))
    schemas.arena.budget.spend_nodes(count, meta.pointer)
    fields = merge_fields(layers, meta.pointer)
    extra = read_additional_properties(schemas, layers)
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


def make_field(schemas: SchemaRegistry, field: FlatField) -> Field:
    """Return one field of a record."""
    place = field.type
    node = place.node
    if node is field.annotations and is_plain(node):
        # Without the tests for references: they took a tenth of the stage for GitHub.
        annotations = _own_annotations(node)
        nullable = allows_null(node)
    else:
        annotations = read_annotations(schemas, field.annotations, place)
        nullable = schemas.nullable(node)
    presence = Presence.REQUIRED if field.required else Presence.OPTIONAL
    default: JsonValue = None
    if not isinstance(annotations.default, Absent):
        default = annotations.default
        if not field.required and (default is not None or nullable):
            presence = Presence.DEFAULT
    return Field(
        field.name,
        schemas.type_of(node, place.pointer),
        presence,
        nullable,
        default,
        annotations.description,
        annotations.deprecated,
        annotations.read_only,
        annotations.write_only,
    )


class UseAnnotations(Struct, frozen=True):
    """Annotations that apply to the use of a schema rather than to its type."""

    description: str
    default: MaybeJson
    deprecated: bool
    read_only: bool
    write_only: bool


def read_annotations(
    schemas: SchemaRegistry, own: JsonObject, place: Target
) -> UseAnnotations:
    """Return the annotations of a schema at the location where it is used.

    An inline schema has annotations directly, in a member of its `allOf`, or in the only
    member of a union with null. The annotations of a component apply to its type and are
    ignored here, except `default`, `readOnly` and `writeOnly`, which apply to every use.

    Args:
        schemas: The schemas of the document.
        own: The schema at the location of use.
        place: The schema that defines the type, usually the same.
    """
    if own is place.node and is_plain(own):
        return _own_annotations(own)
    parts = [own, *(object_of(part) for part in array_of(own.get("allOf")))]
    resolved = schemas.shapes.resolve(place.node, place.pointer)
    target = object_of(resolved.node)
    if schemas.name_of(resolved.pointer) is None:
        parts.append(target)
    everywhere = [*parts, target]
    texts = (text_of(part.get("description")).strip() for part in parts)
    return UseAnnotations(
        description=next((text for text in texts if text), ""),
        default=next(
            (part["default"] for part in everywhere if "default" in part), ABSENT
        ),
        deprecated=any(part.get("deprecated") is True for part in parts),
        read_only=any(part.get("readOnly") is True for part in everywhere),
        write_only=any(part.get("writeOnly") is True for part in everywhere),
    )


def _own_annotations(own: JsonObject) -> UseAnnotations:
    """Return the annotations of a schema that does not depend on other schemas."""
    return UseAnnotations(
        text_of(own.get("description")).strip(),
        own.get("default", ABSENT),
        own.get("deprecated") is True,
        own.get("readOnly") is True,
        own.get("writeOnly") is True,
    )


def read_additional_properties(
    schemas: SchemaRegistry, layers: tuple[Layer, ...]
) -> AdditionalProperties:
    """Return the additional properties of a record, as defined by the last layer."""
    for layer in reversed(layers):
        patterns = _patterns(layer)
        rest = next(
            (layer.node[key] for key in _ADDITIONAL_KEYWORDS if key in layer.node), None
        )
        if isinstance(rest, dict):
            key = next(key for key in _ADDITIONAL_KEYWORDS if key in layer.node)
            patterns.append((rest, join(layer.pointer, key)))
        is_open = not isinstance(rest, dict) and rest is not False
        if patterns and is_open and not _names_all_keys(layer):
            return _union_of_patterns(schemas, layer, patterns, is_open=True)
        if len(patterns) == 1:
            node, pointer = patterns[0]
            return AdditionalProperties(
                schemas.type_of(node, pointer), True, schemas.nullable(node)
            )
        if patterns:
            return _union_of_patterns(schemas, layer, patterns, is_open=False)
        if isinstance(rest, bool):
            return AdditionalProperties(
                schemas.arena.any if rest else None, declared=True
            )
    return AdditionalProperties(schemas.arena.any)


def _patterns(layer: Layer) -> list[tuple[JsonValue, str]]:
    patterns = object_of(layer.node.get("patternProperties"))
    return [
        (node, join(layer.pointer, "patternProperties", pattern))
        for pattern, node in patterns.items()
        if not pattern.startswith("^x-")  # specification extensions, not data
    ]


def _names_all_keys(layer: Layer) -> bool:
    """Return whether one of the `patternProperties` matches every key."""
    patterns = object_of(layer.node.get("patternProperties"))
    return any(_EVERY_KEY.fullmatch(pattern) for pattern in patterns)


def _union_of_patterns(
    schemas: SchemaRegistry,
    layer: Layer,
    patterns: list[tuple[JsonValue, str]],
    *,
    is_open: bool,
) -> AdditionalProperties:
    """Return the union of the types of several `patternProperties`.

    Args:
        schemas: The schemas of the document.
        layer: The layer that defines them.
        patterns: The schemas of the properties, with their pointers.
        is_open: Whether a property that matches no pattern can have any value.
    """
    members = [schemas.type_of(node, pointer) for node, pointer in patterns]
    distinct = tuple(dict.fromkeys(members))
    nullable = any(schemas.nullable(node) for node, _ in patterns)
    if schemas.arena.any in distinct:
        return AdditionalProperties(schemas.arena.any, declared=True)
    if len(distinct) == 1 and not is_open:
        return AdditionalProperties(distinct[0], True, nullable)
    place = join(layer.pointer, "patternProperties")
    context = (*schemas.meta(layer.node, layer.pointer).context, "value")
    meta = schemas.meta({}, place, context)
    union = schemas.arena.reserve(
        (place, ""), lambda: UnionOf(meta, distinct, is_open=is_open)
    )
    return AdditionalProperties(union, True, nullable)
