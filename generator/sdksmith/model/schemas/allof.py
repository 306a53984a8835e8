"""Flattening of `allOf` into the fields of one record.

A schema is flattened into layers: the members of `allOf` in order, each preceded by its
own layers, and then the schema itself. The properties of all layers are merged and their
`required` lists are united. A later layer may refine a property of an earlier layer.

If a layer is a union (`allOf: [Base, {oneOf: [A, B]}]`, or `oneOf` next to `properties`),
the whole schema is a union with one record for each member, and each record has all the
layers. With several unions, there is one record for each combination of their members.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from ...json_data import array_of, object_of, text_of, texts_of
from ...load.document import join
from ..references import Target
from ..types import EVENT_FIELDS
from .shapes import ELSEWHERE, has_structure

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...json_data import JsonObject, JsonValue
    from ..references import References
    from .shapes import Shapes


_CONDITIONAL: Final = frozenset({"then", "else", "dependentSchemas"})

_MAX_VARIANTS: Final = 16
"""Maximum number of records that the unions in one schema expand to."""


class Layer(Struct, frozen=True):
    """One schema that contributes to a record."""

    node: JsonObject
    pointer: str


Variant: TypeAlias = tuple[Target, ...]
"""A combination: one member of each union in a schema."""


class FlatSchema(Struct, frozen=True):
    """A flattened schema.

    Attributes:
        layers: Base layers first, the schema itself last.
        variants: Combinations of union members, at least two; empty if the schema is not
            a union.
        discriminator: The first discriminator next to one of the unions; empty if not
            defined.
    """

    layers: tuple[Layer, ...]
    variants: tuple[Variant, ...] = ()
    discriminator: JsonObject = field(default_factory=dict[str, "JsonValue"])


class FlatField(Struct, frozen=True):
    """A property of a flattened record.

    Attributes:
        name: Wire name.
        type: Schema that defines the type of the property.
        annotations: Schema that defines the rest, such as description and default.
        required: Whether the property is required.
    """

    name: str
    type: Target
    annotations: JsonObject
    required: bool


class Flattening:
    """Flattens the schemas of one document."""

    def __init__(self, references: References, shapes: Shapes) -> None:
        self._references = references
        self._shapes = shapes

    def flatten(self, node: JsonObject, pointer: str) -> FlatSchema:
        """Return the layers of an object schema, and its variants if it is a union."""
        if ELSEWHERE.isdisjoint(node):
            return FlatSchema((Layer(node, pointer),))
        layers: list[Layer] = []
        unions: list[list[Target]] = []
        discriminators: list[JsonObject] = []
        stack: list[tuple[JsonValue, str, bool]] = [(node, pointer, False)]
        seen: set[str] = set()
        while stack:
            part, place, visited = stack.pop()
            if not isinstance(part, dict):
                continue
            if visited:
                layers.append(Layer(part, place))
                variants = self._variants(part, place, pointer)
                if variants:
                    unions.append(variants)
                    discriminators.append(object_of(part.get("discriminator")))
                continue
            if place in seen:
                continue
            seen.add(place)
            stack.append((part, place, True))
            stack.extend((*item, False) for item in reversed(self._bases(part, place)))
        if not unions:
            return FlatSchema(tuple(layers))
        return FlatSchema(
            tuple(layers),
            tuple(_combine(unions)),
            next((item for item in discriminators if item), discriminators[0]),
        )

    def _bases(self, part: JsonObject, place: str) -> list[tuple[JsonValue, str]]:
        """Return the schemas that a schema extends, in the order of their layers."""
        bases: list[tuple[JsonValue, str]] = []
        reference = part.get("$ref")
        if isinstance(reference, str):
            target = self._references.find(reference, place)
            if target is not None:
                bases.append((target.node, target.pointer))
        bases.extend(
            (inner, join(place, "allOf", index))
            for index, inner in enumerate(array_of(part.get("allOf")))
        )
        members = self._shapes.alternatives(part, place)
        if len(members) == 1:  # a union with null alone
            bases.append((members[0].node, members[0].pointer))
        return bases

    def _variants(self, part: JsonObject, place: str, subject: str) -> list[Target]:
        """Return the members of a layer's union if they make the whole schema a union.

        They do not if they only vary `required`, or if the subject is itself a member: a
        union that its members inherit from.

        Args:
            part: The layer.
            place: Pointer of the layer.
            subject: Pointer of the schema that is flattened.
        """
        members = self._shapes.alternatives(part, place)
        if len(members) < 2 or not all(
            self._shapes.is_object(member.node) for member in members
        ):
            return []
        resolved = {
            self._shapes.resolve(item.node, item.pointer).pointer for item in members
        }
        return [] if subject in resolved and place != subject else members


def _combine(unions: list[list[Target]]) -> Iterator[Variant]:
    """Return all combinations of one member from each union.

    If there would be more than `_MAX_VARIANTS` combinations, only the first unions are
    combined.
    """
    kept: list[list[Target]] = []
    count = 1
    for members in unions:
        count *= len(members)
        if kept and count > _MAX_VARIANTS:
            break
        kept.append(members)
    return product(*kept)


def merge_fields(layers: tuple[Layer, ...], pointer: str) -> list[FlatField]:
    """Return the fields of a record, those of earlier layers first.

    Args:
        layers: Layers of the record.
        pointer: Pointer of the record, for fields that are defined in two layers.
    """
    required: set[str] = set()
    for layer in layers:
        required.update(texts_of(layer.node.get("required")))
    fields: dict[str, FlatField] = {}
    for layer in layers:
        for found in _fields(layer, required):
            before = fields.get(found.name)
            if before is None:
                fields[found.name] = found
            else:
                place = join(pointer, "properties", found.name)
                fields[found.name] = _merge(before, found, place)
    for layer in layers:
        for part in _conditional(layer):
            for found in _fields(part, required):
                fields.setdefault(found.name, found)
    if "data" in fields and fields.keys() <= EVENT_FIELDS:
        content = _event_data(layers)
        if content is not None:
            fields["data"] = replace(fields["data"], type=content)
    return list(fields.values())


def _event_data(layers: tuple[Layer, ...]) -> Target | None:
    """Return the schema of the JSON in the data of a server-sent event, if defined.

    The data is a string, and `contentSchema` describes its content (OpenAPI 3.2, section
    4.14.3.2). Streams decode the content; elsewhere such a string remains a string.
    """
    for layer in reversed(layers):
        data = object_of(object_of(layer.node.get("properties")).get("data"))
        media_type = text_of(data.get("contentMediaType")) or "json"
        if "contentSchema" in data and media_type.lower().endswith("json"):
            place = join(layer.pointer, "properties", "data", "contentSchema")
            return Target(data["contentSchema"], place)
    return None


def _fields(layer: Layer, required: set[str]) -> Iterator[FlatField]:
    place = join(layer.pointer, "properties")
    for name, node in object_of(layer.node.get("properties")).items():
        target = Target(node, join(place, name))
        yield FlatField(name, target, object_of(node), name in required)


def _conditional(layer: Layer) -> Iterator[Layer]:
    """Yield the conditional subschemas of a layer, which may add properties."""
    if _CONDITIONAL.isdisjoint(layer.node):
        return
    for key in ("then", "else"):
        yield Layer(object_of(layer.node.get(key)), join(layer.pointer, key))
    for name, node in object_of(layer.node.get("dependentSchemas")).items():
        place = join(layer.pointer, "dependentSchemas", name)
        yield Layer(object_of(node), place)


def _merge(before: FlatField, after: FlatField, pointer: str) -> FlatField:
    """Merge the definitions of one property in two layers.

    Args:
        before: The property in the earlier layer.
        after: The property in the later layer, which may have only a description.
        pointer: Pointer of the property in the whole record.
    """
    old, new = before.annotations, after.annotations
    if not _has_type(new):
        return replace(before, annotations={**old, **new})
    if object_of(old.get("properties")) and object_of(new.get("properties")):
        return replace(after, type=Target({"allOf": [old, new]}, pointer))
    return after


def _has_type(node: JsonObject) -> bool:
    return has_structure(node) or "type" in node
