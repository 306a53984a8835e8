"""Envelopes: responses that contain one list, with the values next to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...json_data import object_of
from ...model.types import Choice, ListOf, Record, Scalar, ScalarKind
from .words import HOLDERS, ITEMS, LINK_WRAPPERS, NO_ITEMS, WRAPPERS, flat_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...json_data import JsonValue
    from ...model.api import Api
    from ...model.types import Field, Type, TypeId

_DEEPEST: Final = 3
"""Maximum depth of values in an envelope, as in `/paging/next/after`."""


class ItemList(Struct, frozen=True):
    """The list in a response.

    Attributes:
        pointer: JSON Pointer to the list (RFC 6901); empty if it is the whole response.
        item: The type of an item; None if it has no schema.
        nullable: Whether an item may be null.
    """

    pointer: str
    item: TypeId | None
    nullable: bool = False


class Leaf(Struct, frozen=True):
    """A value next to the list.

    Attributes:
        pointer: JSON Pointer to the value in the response.
        name: Name of the property, in lower case and without punctuation.
        parent: Name of the object that contains it, in the same form; empty for the
            response itself.
        kind: The kind of the value; None for an object with a URL.
        description: Format and description of the value, in lower case.
    """

    pointer: str
    name: str
    parent: str
    kind: ScalarKind | None
    description: str

    @property
    def is_object(self) -> bool:
        """Whether it is an object with a URL."""
        return self.kind is None

    @property
    def is_text(self) -> bool:
        """Whether it may be a string."""
        return self.kind in _TEXTS

    @property
    def is_number(self) -> bool:
        """Whether it may be an integer."""
        return self.kind in _NUMBERS

    @property
    def is_flag(self) -> bool:
        """Whether it is a boolean."""
        return self.kind is ScalarKind.BOOLEAN


_TEXTS: Final = frozenset(
    (ScalarKind.STRING, ScalarKind.ANY, ScalarKind.UUID, ScalarKind.BYTES)
)
_NUMBERS: Final = frozenset((ScalarKind.INTEGER, ScalarKind.NUMBER))


class Envelope(Struct, frozen=True):
    """A response that contains one list.

    Attributes:
        items: The list.
        leaves: The values next to the list; empty if the response itself is the list.
    """

    items: ItemList
    leaves: tuple[Leaf, ...] = ()


def read_envelope(api: Api, type_id: TypeId) -> Envelope | None:
    """Return the envelope of a response; None unless it contains exactly one list."""
    response = api.types[type_id]
    if isinstance(response, ListOf):
        return Envelope(ItemList("", response.items, response.nullable_items))
    if not isinstance(response, Record):
        return None
    items = _choose_list(api, response) or _find_nested_list(api, response)
    if items is None or _is_thing(response, items):
        return None
    return Envelope(items, tuple(_leaves(api, response, "", "", _DEEPEST)))


def _is_thing(owner: Record, items: ItemList) -> bool:
    """Return whether an object is a resource with a list, not an envelope.

    This is the case if the object has an `id`, unless the list has a name that is common
    for the items of a page.
    """
    has_id = any(field.name == "id" for field in owner.fields)
    return has_id and items.pointer.rpartition("/")[2] not in ITEMS


def list_at(api: Api, type_id: TypeId | None, pointer: str) -> ItemList | None:
    """Return the list at a pointer into a response; None if it cannot be a list.

    Args:
        api: The API.
        type_id: The type of the response; None if it has no schema.
        pointer: A JSON Pointer (RFC 6901).
    """
    current = type_id
    for name in _names(pointer):
        if current is None or _is_anything(api.types[current]):
            return ItemList(pointer, None)
        owner = api.types[current]
        fields = owner.fields if isinstance(owner, Record) else ()
        found = next((item for item in fields if item.name == name), None)
        if found is None:
            return None
        current = found.type
    if current is None or _is_anything(api.types[current]):
        return ItemList(pointer, None)
    item = api.types[current]
    if not isinstance(item, ListOf):
        return None
    return ItemList(pointer, item.items, item.nullable_items)


def value_at(value: JsonValue, pointer: str) -> JsonValue:
    """Return the value at a pointer into a response; None if the value does not exist."""
    for name in _names(pointer):
        value = object_of(value).get(name)
    return value


def _names(pointer: str) -> list[str]:
    parts = pointer.split("/")[1:]
    return [part.replace("~1", "/").replace("~0", "~") for part in parts]


def _is_anything(item: Type) -> bool:
    return isinstance(item, Scalar) and item.kind is ScalarKind.ANY


def _choose_list(api: Api, owner: Record, above: str = "") -> ItemList | None:
    lists = {
        field.name: item
        for field in owner.fields
        if isinstance(item := api.types[field.type], ListOf)
        and flat_name(field.name) not in NO_ITEMS
        and not field.write_only
    }
    names = list(lists)
    if len(names) > 1:
        known = [name for name in names if flat_name(name) in ITEMS]
        names = sorted(known, key=lambda name: ITEMS.index(flat_name(name)))[:1]
    if not names:
        return None
    item = lists[names[0]]
    pointer = f"{above}/{_escape(names[0])}"
    return ItemList(pointer, item.items, item.nullable_items)


def _find_nested_list(api: Api, response: Record) -> ItemList | None:
    """Return the list in a nested object such as `_embedded` or `data`.

    Returns:
        The list; None unless exactly one such object contains a list.
    """
    found = [
        items
        for field in response.fields
        if flat_name(field.name) in HOLDERS
        and isinstance(held := api.types[field.type], Record)
        and (items := _choose_list(api, held, f"/{_escape(field.name)}"))
        and not _is_thing(held, items)
    ]
    return found[0] if len(found) == 1 else None


def _leaves(
    api: Api, owner: Record, above: str, parent: str, depth: int
) -> Iterator[Leaf]:
    for field in owner.fields:
        pointer, name = f"{above}/{_escape(field.name)}", flat_name(field.name)
        item = api.types[field.type]
        description = f"{field.description} {item.meta.description}".lower()
        if isinstance(item, Scalar):
            yield Leaf(pointer, name, parent, item.kind, f"{item.format} {description}")
        elif isinstance(item, Choice):
            yield Leaf(pointer, name, parent, item.kind, description)
        elif isinstance(item, Record) and depth > 1:
            if any(_is_href(api, part) for part in item.fields):
                yield Leaf(pointer, name, parent, None, description)
            if name in WRAPPERS or name in LINK_WRAPPERS or name in HOLDERS:
                yield from _leaves(api, item, pointer, name, depth - 1)


def _is_href(api: Api, field: Field) -> bool:
    return field.name == "href" and isinstance(api.types[field.type], Scalar)


def _escape(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
