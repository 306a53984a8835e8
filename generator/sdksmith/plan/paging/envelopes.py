"""Envelopes: responses that contain one list, with the values next to it.

A property is judged by its role. The items have the name of the collection in the path,
or are the only list; an array that repeats a parameter is an echo of a filter.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...model.types import ListOf, Record
from ...text.words import singular, split_words
from ..content.paths import read_path
from .leaves import (
    Leaf,
    is_link_list,
    is_wrapper,
    read_header_leaves,
    read_leaves,
)
from .pointers import escape, types_at
from .words import (
    ENVELOPE_WORDS,
    HOLDERS,
    ITEMS,
    NO_ITEMS,
    RARELY_ITEMS,
    flat_name,
    property_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...model.api import Api, Operation
    from ...model.types import TypeId
    from .inputs import PageInput

_SEARCHES: Final = frozenset(
    ("search", "query", "list", "find", "filter", "all", "get", "fetch")
)
"""Last words of paths that do not name the collection."""


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


class Envelope(Struct, frozen=True):
    """A response that contains one list.

    Attributes:
        items: The list.
        leaves: The values next to the list and in headers.
        is_collection: Whether the response certainly describes a collection, not a thing
            with a list and other properties.
        is_certain: Whether the list certainly contains the items.
    """

    items: ItemList
    leaves: tuple[Leaf, ...] = ()
    is_collection: bool = True
    is_certain: bool = True


class EnvelopeReader(Struct, frozen=True):
    """Reader of the envelope of an operation.

    Attributes:
        api: The API.
        operation: The operation.
        inputs: The inputs of the operation.
    """

    api: Api
    operation: Operation
    inputs: tuple[PageInput, ...]

    def read(self, type_id: TypeId) -> Envelope | None:
        """Return the envelope of a response; None unless it contains exactly one list."""
        response = self.api.types[type_id]
        if isinstance(response, ListOf):
            items = ItemList("", response.items, response.nullable_items)
            return Envelope(items, self.header_leaves())
        if not isinstance(response, Record):
            return None
        found = self._choose_list(response) or self._find_nested_list(response)
        if found is None or _is_thing(response, found[0]):
            return None
        items, is_certain = found
        return Envelope(
            items,
            self.leaves(type_id, items.pointer),
            self._is_collection(response, items),
            is_certain,
        )

    def leaves(self, type_id: TypeId | None, items: str) -> tuple[Leaf, ...]:
        """Return the leaves of a response with a list at a pointer."""
        response = None if type_id is None else self.api.types[type_id]
        body = (
            read_leaves(self.api, response, items)
            if isinstance(response, Record)
            else ()
        )
        return (*body, *self.header_leaves())

    def header_leaves(self) -> tuple[Leaf, ...]:
        """Return the leaves in the headers of the response."""
        return tuple(read_header_leaves(self.api, self.operation))

    def _choose_list(
        self, owner: Record, above: str = ""
    ) -> tuple[ItemList, bool] | None:
        """Return the list of items of an object, and whether it certainly is."""
        lists = {
            field.name: item
            for field in owner.fields
            if isinstance(item := self.api.types[field.type], ListOf)
            and not field.write_only
            and not self._is_echo(field.name, item)
            and not is_link_list(self.api, item)
        }
        name, is_certain = self._choose_name(lists)
        if not name:
            return None
        item = lists[name]
        pointer = f"{above}/{escape(name)}"
        return ItemList(pointer, item.items, item.nullable_items), is_certain

    def _choose_name(self, lists: dict[str, ListOf]) -> tuple[str, bool]:
        """Return the name of the list of items, and whether it certainly is."""
        collection = self._collection()
        named = [name for name in lists if _normal(name) in collection]
        if len(named) == 1:
            return named[0], True
        usual = [
            name for name in lists if property_name(name) not in NO_ITEMS | RARELY_ITEMS
        ]
        if len(usual) > 1:
            known = [name for name in usual if property_name(name) in ITEMS]
            usual = sorted(known, key=lambda name: ITEMS.index(property_name(name)))
        if usual:
            return usual[0], True
        rare = [name for name in lists if property_name(name) in RARELY_ITEMS]
        if len(lists) == len(rare) == 1 and isinstance(
            self.api.types[lists[rare[0]].items], Record
        ):
            return rare[0], False
        return "", False

    def _find_nested_list(self, response: Record) -> tuple[ItemList, bool] | None:
        """Return the list in a nested object such as `_embedded` or `data`.

        Returns:
            The list; None unless exactly one such object contains a list.
        """
        collection = self._collection()
        found: list[tuple[ItemList, bool]] = []
        for field in response.fields:
            name = property_name(field.name)
            held = self.api.types[field.type]
            is_usual = name in HOLDERS or _normal(field.name) in collection
            if not isinstance(held, Record) or not (is_usual or _holds(field.name)):
                continue
            items = self._choose_list(held, f"/{escape(field.name)}")
            if items is not None and not _is_thing(held, items[0]):
                found.append((items[0], items[1] and is_usual))
        return found[0] if len(found) == 1 else None

    def _is_echo(self, name: str, found: ListOf) -> bool:
        """Return whether an array repeats a parameter, such as the filter `tags`."""
        if isinstance(self.api.types[found.items], Record):
            return False
        flat = flat_name(name)
        return any(item.name == flat for item in self.inputs)

    def _collection(self) -> frozenset[str]:
        """Return the names of the collection that the path ends with."""
        steps = read_path(self.operation.path).steps
        if not steps or read_path(self.operation.path).ends_in_item:
            return frozenset()
        names = [step.words for step in steps]
        if names[-1] and names[-1][-1] in _SEARCHES:
            names[-1] = names[-1][:-1] or (names[-2] if len(names) > 1 else ())
        words = [word for word in names[-1] if word != "json"]
        return frozenset(filter(None, (_normal("_".join(words)), *_last(words))))

    def _is_collection(self, response: Record, items: ItemList) -> bool:
        parts = items.pointer.split("/")[1:]
        if _normal(parts[-1]).endswith(tuple(self._collection())):
            return True
        known = ENVELOPE_WORDS.union(item.name for item in self.inputs)
        others = {field.name for field in response.fields if not is_wrapper(field)}
        names = {property_name(name) for name in others if not _is_step(name)} - known
        is_page = names <= {property_name(parts[0])}
        is_usual = property_name(parts[-1]) in ITEMS
        if read_path(self.operation.path).ends_in_item:
            return is_page and is_usual
        return is_page or is_usual or property_name(parts[0]) in HOLDERS


def _is_step(name: str) -> bool:
    """Return whether a name refers to another page: `previousUri`, `NEXTPAGEURL`."""
    return property_name(name).startswith(("prev", "nextpage", "nextur"))


def _last(words: list[str]) -> Iterable[str]:
    return (_normal(words[-1]),) if words else ()


@lru_cache(maxsize=4096)
def _normal(name: str) -> str:
    """Return a name in the singular, without case and punctuation."""
    words = split_words(name)
    return "".join((*words[:-1], singular(words[-1]))) if words else ""


def _holds(name: str) -> bool:
    """Return whether the name of an object suggests that it contains the items."""
    words = split_words(name)
    return bool(words) and words[-1] in ITEMS


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
    for found in types_at(api, type_id, pointer):
        item = None if found is None else api.types[found]
        if item is None:
            return ItemList(pointer, None)
        if isinstance(item, ListOf):
            return ItemList(pointer, item.items, item.nullable_items)
    return None
