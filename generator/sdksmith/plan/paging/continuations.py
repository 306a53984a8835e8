"""Continuations: values of a response that a parameter takes to select the next page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct

from .words import (
    AFTERS,
    LINK_WRAPPERS,
    NEXT_CURSORS,
    NEXT_NUMBERS,
    NUMBERS,
    OWN_CURSORS,
    PAIRS,
    STRONG_LINKS,
    WRAPPERS,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from .inputs import PageInput
    from .leaves import Leaf

_URL: Final = re.compile(r"\bur[il]s?\b|\blinks?\b|https?:|\bhref\b")
_BACKWARDS: Final = frozenset(("previous", "prev", "before", "current", "self"))


class Continuations(Struct, frozen=True):
    """The leaves of a response, in their role as continuations.

    Attributes:
        leaves: The leaves.
        has_link: Whether the response certainly has a link to the next page.
        has_more: Whether the response has a flag that is false on the last page.
        has_counters: Whether the response has counters, such as a total.
    """

    leaves: tuple[Leaf, ...]
    has_link: bool
    has_more: bool
    has_counters: bool

    def next_value(self, given: PageInput) -> Leaf | None:
        """Return the value for a parameter that leads to the next page."""
        return self._next_number(given) or self._next_cursor(given)

    def _next_number(self, given: PageInput) -> Leaf | None:
        """Return the next value of a counting parameter, if the response has it."""
        for leaf in self.leaves:
            if leaf.name in NEXT_NUMBERS.get(given.name, ()) and (
                leaf.is_number or (leaf.is_text and not _URL.search(leaf.description))
            ):
                return leaf
            if given.name in NUMBERS and leaf.name == "next" and leaf.is_number:
                return leaf
            # Asana's `next_page.offset`, HubSpot's `paging.next.after`
            if leaf.name == given.name and leaf.parent in {"next", "nextpage"}:
                return leaf
            # Airtable's `offset` is an opaque string on both sides.
            if leaf.name == given.name == "offset" and self._is_opaque(given, leaf):
                return leaf
            if (given.name, leaf.name) in PAIRS and leaf.parent in {"", *WRAPPERS}:
                return leaf
        return None

    def _is_opaque(self, given: PageInput, leaf: Leaf) -> bool:
        are_texts = given.is_text and not given.takes_number and leaf.is_text
        return are_texts and not self.has_counters

    def _next_cursor(self, given: PageInput) -> Leaf | None:
        """Return the cursor of the next page for a parameter that takes one."""
        name = given.name
        if not given.takes_cursor:
            if not given.may_take_cursor:
                return None
            return self._first(lambda leaf: leaf.name == f"next{name}")
        by_name: tuple[Callable[[Leaf], bool], ...] = (
            lambda leaf: leaf.name == f"next{name}",
            lambda leaf: leaf.name in NEXT_CURSORS,
            lambda leaf: leaf.name == name and name in OWN_CURSORS,
        )
        # These names are ambiguous: they may also be cursors of the previous page. If
        # the response has a link to the next page, they are not considered.
        without_link: tuple[Callable[[Leaf], bool], ...] = (
            lambda leaf: leaf.name == name == "after",
            lambda leaf: leaf.name == "after" and leaf.parent in {"cursors", "page"},
            # Twitch's `pagination.cursor`
            lambda leaf: name in AFTERS and leaf.name == "cursor",
            lambda leaf: leaf.name in {"next", "nextpage"} and not is_url(leaf),
            # OpenAI's `last_id`, with a flag for the last page
            lambda leaf: name in AFTERS and leaf.name == "lastid" and self.has_more,
        )
        for fits in by_name if self.has_link else (*by_name, *without_link):
            if found := self._first(fits):
                return found
        return None

    def _first(self, fits: Callable[[Leaf], bool]) -> Leaf | None:
        """Return the least nested leaf that fits."""
        found = [
            leaf
            for leaf in self.leaves
            if (leaf.is_text or leaf.is_number)
            and leaf.parent not in _BACKWARDS
            and fits(leaf)
        ]
        return min(found, key=lambda leaf: leaf.depth) if found else None


def is_link(leaf: Leaf) -> bool:
    """Return whether a value is a link, unless a parameter takes it as a cursor."""
    return leaf.parent in LINK_WRAPPERS or is_url(leaf)


def is_url(leaf: Leaf) -> bool:
    """Return whether a value is certainly a link."""
    if leaf.is_object:
        return True
    if leaf.name in STRONG_LINKS or leaf.name.endswith(("url", "uri")):
        return True
    # A bare `next` may be a cursor.
    return _URL.search(leaf.description) is not None
