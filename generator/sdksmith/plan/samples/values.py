"""Sample values that are small and valid for their schema."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...model.types import (
    Choice,
    Constraints,
    ListOf,
    MapOf,
    Record,
    Scalar,
    ScalarKind,
    TupleOf,
    UnionOf,
)
from .members import (
    choose_member,
    discriminator_values,
    distinguishing_property,
    flat_members,
    is_same,
)
from .scalars import is_segment, make_scalar
from .weights import INFINITE, exists_in, is_needed, weigh_types

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...json_data import JsonObject, JsonScalar, JsonValue
    from ...model.api import Api
    from ...model.types import Field, Type, TypeId

_DEEPEST: Final = 6
"""Maximum nesting depth of a value that is not required."""

_LARGEST: Final = 200
"""Number of values in a sample above which values that are not required are omitted."""

_HEAVIEST: Final = 4000
"""Number of values above which a sample is not made, since it is not realistic."""

_MOST_LEVELS: Final = 50
"""Nesting depth above which a sample is not made. Python's parser accepts 200 brackets."""

_ROOM: Final = 50_000
_ROOM_PER_OPERATION: Final = 400
"""Number of values in all samples of a document: a constant and a multiple of the number of
its operations. The samples of real documents have at most a third of these values."""

_NOTHING: Final = Constraints()

Hints = tuple["JsonValue", ...]


class Part(Struct, frozen=True):
    """Item of a list, with an empty key, or property of an object."""

    key: str
    sample: Sample


class Sample(Struct, frozen=True):
    """Value of a type.

    Attributes:
        type: Type of the value; never a union.
        value: The whole value as JSON.
        parts: Items or properties of the value.
        is_member: Whether the type is one of several members of a union.
    """

    type: TypeId
    value: JsonValue
    parts: tuple[Part, ...] = ()
    is_member: bool = False


class SampleTooLargeError(Exception):
    """Raised if every value of a type has too many parts or levels for a sample."""


class SampleMaker:
    """Generator of sample values, which are independent of the rest of the document.

    Examples and defaults of the document are used if they are valid. Properties that
    are not required are omitted unless `thorough` is true.
    """

    def __init__(self, api: Api, *, sent: bool, thorough: bool = False) -> None:
        """Create a generator.

        Args:
            api: The API.
            sent: Whether the values are part of requests, which omit read-only
                properties. Otherwise they are part of responses, which omit write-only
                properties.
            thorough: Whether to include properties that are not required.
        """
        self._api = api
        self._sent = sent
        self._thorough = thorough
        self._open: set[TypeId] = set()
        self._scalars: dict[TypeId, Sample] = {}
        # By the ids of the hints, which are kept. Two of three calls for GitHub repeat one.
        self._known: dict[
            tuple[TypeId, tuple[int, ...], bool, bool], tuple[Hints, Sample, int]
        ] = {}
        self._made = 0
        self._room = _ROOM + _ROOM_PER_OPERATION * len(api.operations)

    @cached_property
    def _weights(self) -> list[float]:
        return weigh_types(self._api.types, sent=self._sent)

    def is_finite(self, type_id: TypeId) -> bool:
        """Return whether a type has a value of reasonable size."""
        return self._weights[type_id] <= _HEAVIEST

    def make(
        self,
        type_id: TypeId,
        hints: Iterable[JsonValue] = (),
        *,
        filled: bool = False,
        in_path: bool = False,
    ) -> Sample:
        """Return a value of a type.

        Args:
            type_id: The type.
            hints: Values that the document specifies where the type is used.
            filled: Whether the value must not be empty.
            in_path: Whether the value must be usable as a path segment.

        Raises:
            SampleTooLargeError: If the value would have more than 4,000 parts or 50
                levels, or if the samples of the document would have too many parts.
        """
        if _HEAVIEST < self._weights[type_id] < INFINITE:
            raise SampleTooLargeError
        hints = tuple(hints)
        key = type_id, tuple(map(id, hints)), filled, in_path
        known = self._known.get(key)
        if known is None:
            self._made = 0
            self._open.clear()
            need = _Need(0, filled=filled or in_path, in_path=in_path)
            sample = self._make(type_id, hints, need)
            known = self._known[key] = hints, sample, self._made
        if known[2] > self._room:
            raise SampleTooLargeError
        self._room -= known[2]
        return known[1]

    def _make(self, type_id: TypeId, hints: Hints, need: _Need) -> Sample:
        self._made += 1
        if self._made > min(_HEAVIEST, self._room) or need.depth > _MOST_LEVELS:
            raise SampleTooLargeError
        item = self._api.types[type_id]
        if item.meta.examples:
            hints = (*hints, *item.meta.examples)
        match item:
            case Scalar():
                return self._scalar(type_id, item, hints, in_path=need.in_path)
            case Choice():
                return Sample(type_id, _make_choice(item, hints, in_path=need.in_path))
            case _:
                pass
        was_open = type_id in self._open
        self._open.add(type_id)
        made = self._make_structure(type_id, item, hints, need)
        if not was_open:
            self._open.discard(type_id)
        return made

    def _scalar(
        self, type_id: TypeId, item: Scalar, hints: Hints, *, in_path: bool
    ) -> Sample:
        if hints or in_path:
            return Sample(type_id, make_scalar(item, hints, in_path=in_path))
        known = self._scalars.get(type_id)
        if known is None:
            known = Sample(type_id, make_scalar(item))
            self._scalars[type_id] = known
        return known

    def _make_structure(
        self, type_id: TypeId, item: Type, hints: Hints, need: _Need
    ) -> Sample:
        match item:
            case ListOf():
                return _listed(type_id, self._items(item, hints, need))
            case TupleOf(items=items):
                lists = [hint for hint in hints if isinstance(hint, list)]
                return _listed(
                    type_id,
                    [
                        self._make(inner, _at(lists, index), need.deeper())
                        for index, inner in enumerate(items)
                    ],
                )
            case MapOf():
                return _keyed(type_id, self._entries(item, hints, need))
            case Record():
                return _keyed(type_id, self._properties(item, hints, need))
            case UnionOf():
                return self._member(item, hints, need)
            case Scalar() | Choice():
                raise AssertionError(type_id)  # not structures

    def _may_add(self, type_id: TypeId, need: _Need) -> bool:
        """Return whether a value that is not required may be added."""
        return (
            need.depth < _DEEPEST
            and self._made < _LARGEST
            and type_id not in self._open
            and self._weights[type_id] < _LARGEST
        )

    def _items(self, item: ListOf, hints: Hints, need: _Need) -> list[Sample]:
        said = item.constraints or _NOTHING
        least = said.min_items or 0
        wanted = least
        if not least and said.max_items != 0:
            wanted = int(need.filled or self._may_add(item.items, need))
        if self._weights[item.items] > _HEAVIEST:
            return []
        given: list[JsonValue] = []
        for hint in hints:
            if isinstance(hint, list):
                given += hint[: max(wanted, 1)]
        if not said.unique_items or wanted < 2:
            return [
                self._make(item.items, tuple(given[i:]), need.deeper())
                for i in range(min(wanted, _LARGEST))
            ]
        return self._distinct(item.items, given, min(wanted, _LARGEST), need)

    def _distinct(
        self, type_id: TypeId, given: list[JsonValue], wanted: int, need: _Need
    ) -> list[Sample]:
        found: list[Sample] = []
        seen: list[JsonValue] = []
        tried: list[JsonValue] = [
            *given,
            *_variations(self._api.types[type_id], wanted),
        ]
        for index in range(len(tried) + 1):
            made = self._make(type_id, tuple(tried[index:]), need.deeper())
            if made.value not in seen and len(found) < wanted:
                found.append(made)
                seen.append(made.value)
        return found

    def _entries(
        self, item: MapOf, hints: Hints, need: _Need
    ) -> list[tuple[str, Sample]]:
        said = item.constraints or _NOTHING
        wanted = said.min_properties or 0
        if not wanted and said.max_properties != 0:
            wanted = int(need.filled or self._may_add(item.values, need))
        if self._weights[item.values] > _HEAVIEST:
            return []
        given = [hint for hint in hints if isinstance(hint, dict) and hint]
        inner = tuple(next(iter(hint.values())) for hint in given)
        return [
            (key, self._make(item.values, inner, need.deeper()))
            for key in _keys(said, min(wanted, _LARGEST))
        ]

    def _properties(
        self, item: Record, hints: Hints, need: _Need
    ) -> list[tuple[str, Sample]]:
        given = [hint for hint in hints if isinstance(hint, dict)] if hints else []
        entries = [
            (field.name, self._field(field, given, need))
            for field in self._fields(item, need)
        ]
        said = item.constraints
        if said and said.min_properties and item.extra is not None:
            missing = said.min_properties - len(entries)
            names = {field.name for field in item.fields}
            entries += [
                (key, self._make(item.extra, (), need.deeper()))
                for key in _keys(said, max(missing, 0))
                if key not in names
            ]
        return entries

    def _field(self, field: Field, given: list[JsonObject], need: _Need) -> Sample:
        wanted = need.required.get(field.name) if need.required else None
        hints: list[JsonValue] = [] if wanted is None else [wanted]
        hints += [hint[field.name] for hint in given if field.name in hint]
        if field.default is not None:
            hints.append(field.default)
        if (weight := self._weights[field.type]) > _HEAVIEST:
            if field.nullable:
                return Sample(field.type, None)
            if weight == INFINITE:
                return Sample(field.type, {})  # endless: no finite value is valid
        return self._make(field.type, tuple(hints), need.deeper())

    def _fields(self, item: Record, need: _Need) -> list[Field]:
        """Return the fields that a sample of a record contains."""
        is_plain = item.constraints is None and not (need.filled or need.required)
        if is_plain and not self._thorough:
            return [f for f in item.fields if is_needed(f, sent=self._sent)]
        usable = {f.name: f for f in item.fields if exists_in(f, sent=self._sent)}
        names = [f.name for f in usable.values() if is_needed(f, sent=self._sent)]
        names += [name for name in need.required if name in usable]
        if self._thorough and need.depth < 2:
            names += [
                f.name
                for f in usable.values()
                if not f.deprecated and self._may_add(f.type, need)
            ]
        said = item.constraints or _NOTHING
        sets = [one for one in said.one_of_required if usable.keys() >= set(one)]
        if sets and not any(set(names) >= set(one) for one in sets):
            names += min(sets, key=lambda one: self._weight_of(usable, one))
        least = max(said.min_properties or 0, int(need.filled))
        spare = sorted(usable, key=lambda name: self._weights[usable[name].type])
        chosen = dict.fromkeys(names)
        for name in spare[: least + len(chosen)]:
            if len(chosen) < least:
                chosen[name] = None
        for name, needed in said.dependent:
            if name in chosen:
                chosen.update(dict.fromkeys(needed))
        return [field for name, field in usable.items() if name in chosen]

    def _weight_of(self, fields: dict[str, Field], names: Iterable[str]) -> float:
        return sum(self._weights[fields[name].type] for name in names)

    def _member(self, item: UnionOf, hints: Hints, need: _Need) -> Sample:
        members = flat_members(self._api, item)
        if need.in_path:
            hints = tuple(hint for hint in hints if is_segment(str(hint)))
        chosen = choose_member(self._api, members, hints, self._weights)
        required = discriminator_values(self._api, item, chosen)
        described = self._api.types[chosen]
        if not required and isinstance(described, Record):
            names = {field.name for field in self._fields(described, need)}
            others = [self._api.types[one] for one in members if one != chosen]
            name = distinguishing_property(described, names, others, sent=self._sent)
            if name is not None:
                required[name] = None
        made = self._make(chosen, hints, need.member(required))
        return Sample(made.type, made.value, made.parts, is_member=len(members) > 1)


class _Need(Struct, frozen=True):
    """Requirements for a value.

    Attributes:
        depth: Nesting depth of the value.
        required: Properties that the value must have, each with its value, or with None if
            that is unknown.
    """

    depth: int
    filled: bool = False
    in_path: bool = False
    required: dict[str, JsonValue] = {}

    def deeper(self) -> _Need:
        """Return the requirements for a part."""
        return _Need(self.depth + 1, filled=self.in_path, in_path=self.in_path)

    def member(self, required: dict[str, JsonValue]) -> _Need:
        """Return the requirements for the member of a union."""
        return _Need(self.depth, self.filled, self.in_path, required)


def _listed(type_id: TypeId, items: list[Sample]) -> Sample:
    parts = tuple(Part("", item) for item in items)
    return Sample(type_id, [item.value for item in items], parts)


def _keyed(type_id: TypeId, entries: list[tuple[str, Sample]]) -> Sample:
    parts = tuple(Part(key, sample) for key, sample in entries)
    return Sample(type_id, {key: sample.value for key, sample in entries}, parts)


def _at(lists: list[list[JsonValue]], index: int) -> Hints:
    return tuple(given[index] for given in lists if index < len(given))


def _keys(said: Constraints, wanted: int) -> list[str]:
    """Return names for properties that the schema does not name."""
    if said.key_values:
        return list(said.key_values[:wanted])
    if not said.key_pattern:
        return ["x" * (index + 1) for index in range(wanted)]
    from .patterns import match_pattern, text_for_pattern

    found: list[str] = []

    def fits(text: str) -> bool:
        return match_pattern(said.key_pattern, text) and text not in found

    for index in range(wanted):
        plain = "x" * (index + 1)
        made = plain if fits(plain) else text_for_pattern(said.key_pattern, fits)
        if made is not None:
            found.append(made)
    return found


def _variations(item: Type, wanted: int) -> list[JsonValue]:
    """Return different values, some of which may be valid."""
    match item:
        case Choice(values=values):
            return list(values)
        case Scalar(
            kind=ScalarKind.INTEGER | ScalarKind.NUMBER | ScalarKind.DECIMAL_NUMBER
        ):
            return list(range(1, wanted + 1))
        case Scalar(kind=ScalarKind.UUID):
            return [f"00000000-0000-4000-8000-{n:012}" for n in range(wanted)]
        case Scalar(kind=ScalarKind.DATE):
            return [f"2024-01-{n + 1:02}" for n in range(min(wanted, 31))]
        case _:
            ends = [chr(ord("a") + n % 26) * (n // 26 + 1) for n in range(wanted)]
            numbers = [str(n + 1) for n in range(wanted)]
            return [*ends, *numbers, *(f"{end}@example.com" for end in ends)]


def _make_choice(item: Choice, hints: Hints, *, in_path: bool) -> JsonScalar:
    values = [value for hint in hints for value in item.values if is_same(value, hint)]
    for value in (*values, *item.values):
        text = str(value)
        if is_segment(text) if in_path else text:
            return value
    return item.values[0] if item.values else "x"
