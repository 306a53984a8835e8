"""Leaves: the values of a response next to its list, in the body and in headers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from ...model.types import Choice, ListOf, Record, Scalar, ScalarKind, UnionOf
from ...text.words import split_words
from .pointers import escape
from .words import (
    HEADER_WORDS,
    LINK_WRAPPERS,
    TOTALS,
    WRAPPERS,
    flat_name,
    property_name,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.api import Api, Operation
    from ...model.types import Field, Type, TypeId

_DEEPEST: Final = 3
"""Maximum depth of values in an envelope, as in `/paging/next/after`."""
_WRAPPER_WORDS: Final = frozenset(
    ("next", "paging", "pagination", "pager", "meta", "metadata", "links", "cursors")
)
"""Words in the names of further objects with metadata about a page."""
_AMOUNTS: Final = ("value", "count", "total")
"""Properties of an object with a total: `hits.total.value` of Elasticsearch."""
_HEADER_PREFIXES: Final = (
    *("x-wp-", "x-ms-", "x-pagination-", "x-paging-", "x-", "pagination-", "opc-"),
)
RELATIONS: Final = "relations"
"""Name of a leaf that is an array of links with relations."""


class Leaf(Struct, frozen=True):
    """A value next to the list.

    Attributes:
        pointer: JSON Pointer to the value in the response, or the name of its header.
        name: Name of the property, in lower case and without punctuation.
        parent: Name of the object that contains it, in the same form; empty for the
            response itself and for headers.
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
        """Whether it may be a number."""
        return self.kind in _NUMBERS

    @property
    def is_counter(self) -> bool:
        """Whether it may be a number, or a number in a string."""
        return self.is_number or self.is_text

    @property
    def is_flag(self) -> bool:
        """Whether it is a boolean."""
        return self.kind is ScalarKind.BOOLEAN

    @property
    def depth(self) -> int:
        """Depth in the response; that of a header is greater than any in the body."""
        return self.pointer.count("/") or _DEEPEST + 2


_TEXTS: Final = frozenset(
    (ScalarKind.STRING, ScalarKind.ANY, ScalarKind.UUID, ScalarKind.BYTES)
)
_NUMBERS: Final = frozenset((ScalarKind.INTEGER, ScalarKind.NUMBER))


def read_leaves(api: Api, response: Record, items: str) -> Iterator[Leaf]:
    """Yield the leaves in the body of a response.

    Args:
        api: The API.
        response: The type of the body.
        items: Pointer of the list. Objects that contain it may contain leaves.
    """
    yield from _leaves(api, response, "", items, _DEEPEST)


def read_header_leaves(api: Api, operation: Operation) -> Iterator[Leaf]:
    """Yield the leaves in the headers of the success responses of an operation."""
    for response in operation.responses:
        if response.status[:1] != "2":
            continue
        for header in response.headers:
            item, lower = api.types[header.type], header.name.lower()
            prefix = next((p for p in _HEADER_PREFIXES if lower.startswith(p)), "")
            name = flat_name(lower.removeprefix(prefix))
            if name in HEADER_WORDS and isinstance(item, Scalar | Choice):
                yield Leaf(header.name, name, "", item.kind, header.description.lower())


def _leaves(
    api: Api, owner: Record, above: str, items: str, depth: int
) -> Iterator[Leaf]:
    parent = property_name(above.rpartition("/")[2])
    for field in owner.fields:
        pointer, name = f"{above}/{escape(field.name)}", property_name(field.name)
        item = api.types[field.type]
        description = f"{field.description} {item.meta.description}".lower()
        kinds = list(_kinds(api, item))
        if kinds:
            if isinstance(item, Scalar):
                description = f"{item.format} {description}"
            yield Leaf(pointer, name, parent, kinds[0], description)
        if is_link_list(api, item):
            yield Leaf(pointer, RELATIONS, parent, None, description)
        if isinstance(item, Record) and depth > 1:
            amount = _amount(api, item) if name in TOTALS else None
            if amount is not None:
                yield Leaf(
                    f"{pointer}/{amount.name}", name, parent, _NUMBER, description
                )
            if is_wrapper(field) or items.startswith(f"{pointer}/"):
                yield from _leaves(api, item, pointer, items, depth - 1)


_NUMBER: Final = ScalarKind.NUMBER


def _kinds(api: Api, item: Type) -> Iterator[ScalarKind | None]:
    """Yield the kind of a scalar or link; for a union, those of its members."""
    if isinstance(item, Scalar | Choice):
        yield item.kind
    elif isinstance(item, Record):
        if any(_is_href(api, part) for part in item.fields):
            yield None
    elif isinstance(item, UnionOf):
        # JSON:API 1.1, "Links": a link is a string or an object with a URL.
        for member in item.members:
            if not isinstance(api.types[member], UnionOf):
                yield from _kinds(api, api.types[member])


def _amount(api: Api, owner: Record) -> Field | None:
    fields = {field.name: field for field in owner.fields}
    for name in _AMOUNTS:
        item = api.types[fields[name].type] if name in fields else None
        if isinstance(item, Scalar) and item.kind in _NUMBERS:
            return fields[name]
    return None


def is_link_list(api: Api, links: Type) -> bool:
    """Return whether a value is an array of links with relations (FHIR, PayPal, OGC)."""
    item = api.types[links.items] if isinstance(links, ListOf) else None
    if not isinstance(item, Record):
        return False
    names = {field.name for field in item.fields}
    return bool(names & {"rel", "relation"} and names & {"href", "url"})


def is_wrapper(field: Field) -> bool:
    """Return whether the name of an object suggests that it has metadata about a page."""
    name = property_name(field.name)
    if name in WRAPPERS or name in LINK_WRAPPERS:
        return True
    return not _WRAPPER_WORDS.isdisjoint(split_words(field.name))


def _is_href(api: Api, field: Field) -> bool:
    return field.name == "href" and isinstance(api.types[field.type], Scalar)


def has_field(api: Api, type_id: TypeId, name: str) -> bool:
    """Return whether each value of a type has a property."""
    item = api.types[type_id]
    if isinstance(item, UnionOf):
        return all(has_field(api, member, name) for member in item.members)
    return isinstance(item, Record) and any(f.name == name for f in item.fields)
