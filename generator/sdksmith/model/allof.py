"""Flattens `allOf` into the fields of one record.

The parts of a schema are its layers: those of `allOf` in order, each with its own parts
first, then what the schema says itself. Properties are merged, `required` is united,
and a later layer may say more about a property of an earlier one.

A union among the layers (`allOf: [Base, {oneOf: [A, B]}]`, or `oneOf` beside
`properties`) makes the whole a union: one record a member, each with all the layers.
With several such unions there is one record for each choice that can be made.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Final, TypeAlias

from msgspec import Struct, field
from msgspec.structs import replace

from ..jsondata import array_of, object_of, text_of, texts_of
from ..load.document import join
from .refs import Target
from .shapes import says
from .types import EVENT_FIELDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..jsondata import JsonObject, JsonValue
    from .refs import References
    from .shapes import Shapes


_MOST_VARIANTS: Final = 16
"""How many records the unions in one schema may become."""


class Layer(Struct, frozen=True):
    """One schema that contributes to a record."""

    node: JsonObject
    pointer: str


Variant: TypeAlias = tuple[Target, ...]
"""One member of each union in a schema."""


class Flat(Struct, frozen=True):
    """A schema taken apart.

    Attributes:
        layers: Base layers first, the schema itself last.
        variants: The choices that make the whole a union; at least two, or none.
        discriminator: The discriminator beside the first of its unions.
    """

    layers: tuple[Layer, ...]
    variants: tuple[Variant, ...] = ()
    discriminator: JsonObject = field(default_factory=dict[str, "JsonValue"])


class FlatField(Struct, frozen=True):
    """A property of a flattened record.

    Attributes:
        type: The schema that says what it holds.
        said: The schema that says the rest, such as description and default.
    """

    name: str
    type: Target
    said: JsonObject
    required: bool


class Flattening:
    """Takes the schemas of one document apart."""

    def __init__(self, references: References, shapes: Shapes) -> None:
        self._references = references
        self._shapes = shapes

    def flatten(self, node: JsonObject, pointer: str) -> Flat:
        """Return the layers of an object schema, and its variants if it is a union."""
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
            return Flat(tuple(layers))
        return Flat(
            tuple(layers),
            tuple(_combine(unions)),
            next((said for said in discriminators if said), discriminators[0]),
        )

    def _bases(self, part: JsonObject, place: str) -> list[tuple[JsonValue, str]]:
        """Return what one schema builds on, in the order in which it counts."""
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
        """Return the members of a union in one layer, when they make it a union.

        They do not where they only vary what is required, and where the subject is a
        member itself: a union that its members inherit from.
        """
        members = self._shapes.alternatives(part, place)
        if len(members) < 2 or not all(
            self._shapes.is_object(member.node) for member in members
        ):
            return []
        settled = {
            self._shapes.settle(item.node, item.pointer).pointer for item in members
        }
        return [] if subject in settled and place != subject else members


def _combine(unions: list[list[Target]]) -> Iterator[Variant]:
    """Yield the choices of one member from each union, as far as people can read them.

    Of more unions than that only the first are taken apart.
    """
    kept: list[list[Target]] = []
    count = 1
    for members in unions:
        count *= len(members)
        if kept and count > _MOST_VARIANTS:
            break
        kept.append(members)
    return product(*kept)


def merge_fields(layers: tuple[Layer, ...], pointer: str) -> list[FlatField]:
    """Return the fields of a record made of `layers`, those of earlier ones first.

    Args:
        layers: What the record is made of.
        pointer: Where the record stands, for fields that two layers describe.
    """
    required: set[str] = set()
    fields: dict[str, FlatField] = {}
    for layer in layers:
        required.update(texts_of(layer.node.get("required")))
        for found in _fields(layer):
            before = fields.get(found.name)
            place = join(pointer, "properties", found.name)
            fields[found.name] = (
                found if before is None else _merge(before, found, place)
            )
    for layer in layers:
        for part in _conditional(layer):
            for found in _fields(part):
                fields.setdefault(found.name, found)
    if "data" in fields and fields.keys() <= EVENT_FIELDS:
        content = _event_data(layers)
        if content is not None:
            fields["data"] = replace(fields["data"], type=content)
    return [
        replace(field, required=field.name in required) for field in fields.values()
    ]


def _event_data(layers: tuple[Layer, ...]) -> Target | None:
    """Return what the JSON in the data of a server-sent event is, if that is described.

    The data is text, and `contentSchema` says what the text means (OpenAPI 3.2, section
    4.14.3.2). Streams decode it; elsewhere such text stays text.
    """
    for layer in reversed(layers):
        data = object_of(object_of(layer.node.get("properties")).get("data"))
        media_type = text_of(data.get("contentMediaType")) or "json"
        if "contentSchema" in data and media_type.lower().endswith("json"):
            place = join(layer.pointer, "properties", "data", "contentSchema")
            return Target(data["contentSchema"], place)
    return None


def _fields(layer: Layer) -> Iterator[FlatField]:
    for name, node in object_of(layer.node.get("properties")).items():
        place = join(layer.pointer, "properties", name)
        yield FlatField(name, Target(node, place), object_of(node), False)


def _conditional(layer: Layer) -> Iterator[Layer]:
    """Yield what a schema says of some of its values only: it may add properties."""
    for key in ("then", "else"):
        yield Layer(object_of(layer.node.get(key)), join(layer.pointer, key))
    for name, node in object_of(layer.node.get("dependentSchemas")).items():
        place = join(layer.pointer, "dependentSchemas", name)
        yield Layer(object_of(node), place)


def _merge(before: FlatField, after: FlatField, pointer: str) -> FlatField:
    """Return what two layers say about one property together.

    Args:
        before: What the earlier layer says.
        after: What the later layer says, which may be the description alone.
        pointer: Where the property of the whole stands.
    """
    old, new = before.said, after.said
    if not _has_type(new):
        return replace(before, said={**old, **new})
    if object_of(old.get("properties")) and object_of(new.get("properties")):
        return replace(after, type=Target({"allOf": [old, new]}, pointer))
    return after


def _has_type(node: JsonObject) -> bool:
    return says(node) or "type" in node
