"""Parts of an operation by their role in pagination."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .continuations import Continuations, is_link, is_url
from .leaves import has_field
from .words import (
    LIMITS,
    LINK_WRAPPERS,
    LINKS,
    MORE,
    PAGE_TOTALS,
    STRONG_LINKS,
    TOTALS,
    property_name,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from ...model.api import Api, Operation
    from .envelopes import Envelope
    from .inputs import PageInput
    from .leaves import Leaf

ID: Final = "id"
"""Name of the property that is the key of an item."""


class PageRoles(Struct, frozen=True):
    """The inputs of an operation and the values of its response, by role.

    Attributes:
        api: The API.
        operation: The operation.
        envelope: The response.
        inputs: The inputs.
    """

    api: Api
    operation: Operation
    envelope: Envelope
    inputs: tuple[PageInput, ...]

    def find_totals(self) -> str:
        """Return the pointer of the total number of items or pages."""
        return self.find_total() or self.find_nearest(PAGE_TOTALS, is_counter)

    def find_total(self) -> str:
        """Return the pointer of the total number of items: `total`, or `total_cats` beside `cats`."""
        name = property_name(self.envelope.items.pointer.rpartition("/")[2])
        return self.find_nearest(TOTALS | {f"total{name}", f"{name}total"}, is_counter)

    def has_id(self) -> bool:
        """Return whether each item has an ID."""
        type_id = self.envelope.items.item
        return type_id is not None and has_field(self.api, type_id, ID)

    def has_limit(self) -> bool:
        """Return whether an input limits the number of items per page."""
        return any(item.name in LIMITS for item in self.inputs)

    def find_input(self, *names: str) -> PageInput | None:
        """Return the first input with one of these names."""
        return next((item for item in self.inputs if item.name in names), None)

    def find_key_input(self, names: Collection[str]) -> PageInput | None:
        """Return the parameter with one of these names that takes the key of an item."""
        found = [x for x in self.inputs if x.name in names and x.takes_key]
        return found[0] if found else None

    def continuations(self) -> Continuations:
        """Return the values of the response that may lead to the next page."""
        more = self.find_nearest(MORE, lambda leaf: leaf.is_flag)
        return Continuations(
            self.envelope.leaves,
            has_link=bool(self.find_link(LINKS | STRONG_LINKS, is_url)),
            has_more=bool(more),
            has_counters=bool(
                self.find_totals() or self.find_nearest(LIMITS, is_counter)
            ),
        )

    def find_nearest(self, names: Collection[str], fits: Callable[[Leaf], bool]) -> str:
        """Return the pointer of the least nested value with one of these names."""
        found = [
            leaf
            for leaf in self.envelope.leaves
            if leaf.name in names and leaf.parent not in LINK_WRAPPERS and fits(leaf)
        ]
        return min(found, key=lambda leaf: leaf.depth).pointer if found else ""

    def find_link(
        self, names: Collection[str], fits: Callable[[Leaf], bool] = is_link
    ) -> str:
        """Return the pointer of the link to the next page; empty if not found."""
        found = [
            leaf
            for leaf in self.envelope.leaves
            if leaf.name in names and (leaf.is_object or leaf.is_text) and fits(leaf)
        ]
        return min(found, key=lambda leaf: leaf.depth).pointer if found else ""

    def find_bare_link(self, *names: str) -> str:
        """Return the pointer of a string that nothing describes as a link."""
        found = [leaf for leaf in self.envelope.leaves if leaf.name in names]
        found = [leaf for leaf in found if leaf.is_text and leaf.pointer[0] == "/"]
        return min(found, key=lambda leaf: leaf.depth).pointer if found else ""


def is_counter(leaf: Leaf) -> bool:
    """Return whether a value may be a number, or a number in a string."""
    return leaf.is_counter
