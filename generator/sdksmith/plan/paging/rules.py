"""Rules that recognise operations that return a list in pages.

A rule requires that both sides agree: a parameter that selects the page, and a
response that contains one list and the value that the parameter needs. Uncertain cases
are not treated as pages: an operation that does not return a list would get a wrong
return type, and a wrong parameter would silently skip items.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec import Struct
from msgspec.structs import replace

from ...model.paging_hints import PagingKind
from ...model.types import Record, UnionOf
from .data import Paging
from .words import (
    CURSORS,
    LAST,
    LIMITS,
    LINK_WRAPPERS,
    LINKS,
    MORE,
    NEXT_CURSORS,
    NEXT_NUMBERS,
    NUMBERS,
    OFFSETS,
    OWN_CURSORS,
    OWN_NUMBERS,
    PAGE_TOTALS,
    PAIRS,
    STRONG_LINKS,
    TOTALS,
    WRAPPERS,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from ...model.api import Api, Operation
    from ...model.types import Type
    from .envelopes import Envelope, Leaf
    from .inputs import PageInput

# Words in the names of POST operations that only read data.
_READING: Final = re.compile(r"(?i)search|query|list|find|filter|lookup|scan|select")
_URL: Final = re.compile(r"\bur[il]s?\b|\blinks?\b|https?:|\bhref\b")
# Spring Data counts pages from 0.
_SPRING: Final = frozenset(("totalelements", "numberofelements"))
_BACKWARDS: Final = frozenset(("previous", "prev", "before", "current", "self"))


class PageRules(Struct, frozen=True):
    """The rules, applied to one operation."""

    api: Api
    operation: Operation
    envelope: Envelope
    inputs: tuple[PageInput, ...]

    def find(self) -> Paging | None:
        """Return the pagination of the most reliable rule that matches."""
        paging = self.by_cursor() or self.by_last_item()
        if paging is not None:
            return paging
        if self.operation.method == "POST":
            return self._by_count() if self._is_reading() else None
        # Next to a page token, a page number is informational (Twilio's `PageToken`).
        is_opaque = any(item.is_opaque for item in self.inputs)
        can_count = not is_opaque or self._totals()
        return (
            self._by_link_header()
            or self.by_link(LINKS | STRONG_LINKS if is_opaque else STRONG_LINKS)
            or (self._by_count() if can_count else None)
            or self.by_link(LINKS)
        )

    def by_cursor(self, *names: str) -> Paging | None:
        """Return pagination by a cursor.

        Args:
            names: Wire names of the parameters to consider; all if omitted.
        """
        for given in self.inputs:
            if names and given.wire not in names:
                continue
            found = self._next_value(given) or self._next_cursor(given)
            if found is not None:
                return self.with_flags(
                    Paging(
                        PagingKind.CURSOR,
                        self.envelope.items,
                        given.wire,
                        in_body=given.in_body,
                        next=found.pointer,
                    )
                )
        return None

    def by_last_item(self) -> Paging | None:
        """Return pagination by the key of the last item."""
        given, other = self._input("startingafter"), self._input("endingbefore")
        more = self._nearest(MORE, lambda leaf: leaf.is_flag)
        if given is None or not more or not self._has_id():
            return None
        return Paging(
            PagingKind.LAST_ITEM,
            self.envelope.items,
            given.wire,
            in_body=given.in_body,
            next="/id",
            more=more,
            reverse=other.wire if other else "",
        )

    def by_link(self, names: Collection[str]) -> Paging | None:
        """Return pagination by a link in the response that has one of these names."""
        link = self._find_link(names)
        if not link:
            return None
        return self.with_flags(Paging(PagingKind.LINK, self.envelope.items, next=link))

    def by_number(self, given: PageInput) -> Paging:
        """Return pagination by page number."""
        paging = self._counted(PagingKind.NUMBER, given)
        number = self._nearest(OWN_NUMBERS, lambda leaf: leaf.is_number)
        first = given.first
        if first is None and _SPRING & {leaf.name for leaf in self.envelope.leaves}:
            first = 0
        if first is not None:
            return replace(paging, first=first)
        # A call without a page number may return all items (Xero's `page`).
        is_paged = self._has_limit() or number or _has_end(paging)
        is_usual = is_paged and not given.name.endswith("index")
        return replace(paging, number=number, first=1 if is_usual else None)

    def by_offset(self, given: PageInput) -> Paging:
        """Return pagination by item offset."""
        first = given.first
        if first is None and not given.name.endswith("index"):
            first = 0
        return replace(self._counted(PagingKind.OFFSET, given), first=first)

    def with_flags(self, paging: Paging) -> Paging:
        """Add the flag of the response that identifies the last page."""
        more = self._nearest(MORE, lambda leaf: leaf.is_flag)
        last = "" if more else self._nearest(LAST, lambda leaf: leaf.is_flag)
        return replace(paging, more=more, last=last)

    def _counted(self, kind: PagingKind, given: PageInput) -> Paging:
        """Return pagination by a number, with the best indicator of the last page."""
        paging = self.with_flags(
            Paging(kind, self.envelope.items, given.wire, in_body=given.in_body)
        )
        if _has_end(paging):
            return paging
        if following := self._find_link(LINKS | STRONG_LINKS):
            return replace(paging, following=following)
        pages = self._nearest(PAGE_TOTALS, lambda leaf: leaf.is_number)
        if pages and kind is PagingKind.NUMBER:
            return replace(paging, pages=pages)
        total = self._nearest(TOTALS, lambda leaf: leaf.is_number)
        return replace(paging, total=total)

    def _by_link_header(self) -> Paging | None:
        headers = {
            header.name.lower()
            for response in self.operation.responses
            if response.status[:1] == "2"
            for header in response.headers
        }
        known = CURSORS | NUMBERS | OFFSETS | LIMITS
        has_link_header = "link" in headers and any(
            x.name in known for x in self.inputs
        )
        # GitHub mentions an undeclared header in the descriptions of cursors.
        is_mentioned = any(
            x.takes_cursor and "link header" in x.description for x in self.inputs
        )
        if not has_link_header and not is_mentioned:
            return None
        return Paging(PagingKind.LINK_HEADER, self.envelope.items)

    def _by_count(self) -> Paging | None:
        """Return pagination by page number or, failing that, by item offset."""
        for given in self.inputs:
            if given.name in NUMBERS and self._counts(given):
                paging = self.by_number(given)
                # Without further evidence, only `page` together with a bare array is
                # accepted; other parameters may not select a page.
                is_single = paging.first is None
                if not is_single or (given.name == "page" and not self.envelope.leaves):
                    return paging
        for given in self.inputs:
            is_time = given.name == "start" and self._input("end")
            if given.name not in OFFSETS or is_time or not given.counts_items:
                continue
            if self._counts(given) and (self._has_limit() or self._totals()):
                return self.by_offset(given)
        return None

    def _counts(self, given: PageInput) -> bool:
        """Return whether a parameter takes a number, possibly as a string."""
        if given.takes_number:
            return True
        has_link = bool(self._find_link(LINKS | STRONG_LINKS))
        return given.is_text and bool(self._totals()) and not has_link

    def _totals(self) -> str:
        return self._nearest(TOTALS | PAGE_TOTALS, lambda leaf: leaf.is_number)

    def _has_id(self) -> bool:
        type_id = self.envelope.items.item
        if type_id is None:
            return False
        item = self.api.types[type_id]
        members = item.members if isinstance(item, UnionOf) else (type_id,)
        return all(_has_field(self.api.types[member], "id") for member in members)

    def _is_reading(self) -> bool:
        last = self.operation.pointer.rpartition("/")[0].rpartition("~1")[2]
        return _READING.search(f"{last} {self.operation.id}") is not None

    def _has_limit(self) -> bool:
        return any(item.name in LIMITS for item in self.inputs)

    def _input(self, *names: str) -> PageInput | None:
        return next((item for item in self.inputs if item.name in names), None)

    def _next_value(self, given: PageInput) -> Leaf | None:
        """Return the next value of a counting parameter, if the response has it."""
        for leaf in self.envelope.leaves:
            if leaf.name in NEXT_NUMBERS.get(given.name, ()) and (
                leaf.is_number or (leaf.is_text and not _URL.search(leaf.description))
            ):
                return leaf
            if given.name in NUMBERS and leaf.name == "next" and leaf.is_number:
                return leaf
            # Asana's `next_page.offset`, HubSpot's `paging.next.after`
            if leaf.name == given.name and leaf.parent in {"next", "nextpage"}:
                return leaf
            if (given.name, leaf.name) in PAIRS and leaf.parent in {"", *WRAPPERS}:
                return leaf
        return None

    def _next_cursor(self, given: PageInput) -> Leaf | None:
        """Return the cursor of the next page for a parameter that takes one."""
        if not given.takes_cursor:
            return None
        name = given.name
        by_name: tuple[Callable[[Leaf], bool], ...] = (
            lambda leaf: leaf.name == f"next{name}",
            lambda leaf: leaf.name in NEXT_CURSORS,
            lambda leaf: leaf.name == name and name in OWN_CURSORS,
        )
        # These names are ambiguous: they may also be cursors of the previous page. If
        # the response has a link to the next page, they are not considered.
        without_link: tuple[Callable[[Leaf], bool], ...] = (
            lambda leaf: leaf.name == name == "after",
            lambda leaf: leaf.name == "after" and leaf.parent == "cursors",
            lambda leaf: leaf.name in {"next", "nextpage"} and not _is_link(leaf),
        )
        has_link = bool(self._find_link(LINKS | STRONG_LINKS))
        for fits in by_name if has_link else (*by_name, *without_link):
            found = [
                leaf
                for leaf in self.envelope.leaves
                if (leaf.is_text or leaf.is_number)
                and leaf.parent not in _BACKWARDS
                and fits(leaf)
            ]
            if found:
                return min(found, key=_depth)
        return None

    def _nearest(self, names: Collection[str], fits: Callable[[Leaf], bool]) -> str:
        """Return the pointer of the least nested value with one of these names."""
        found = [
            leaf
            for leaf in self.envelope.leaves
            if leaf.name in names and leaf.parent not in LINK_WRAPPERS and fits(leaf)
        ]
        return min(found, key=_depth).pointer if found else ""

    def _find_link(self, names: Collection[str]) -> str:
        """Return the pointer of the link to the next page; empty if not found."""
        found = [
            leaf
            for leaf in self.envelope.leaves
            if leaf.name in names
            and (leaf.is_object or leaf.is_text)
            and leaf.parent in {"", *WRAPPERS, *LINK_WRAPPERS}
            and _is_link(leaf)
        ]
        return min(found, key=_depth).pointer if found else ""


def _has_field(item: Type, name: str) -> bool:
    fields = item.fields if isinstance(item, Record) else ()
    return any(field.name == name for field in fields)


def _has_end(paging: Paging) -> bool:
    """Return whether the response indicates which page is the last."""
    signs = (paging.more, paging.last, paging.following, paging.pages, paging.total)
    return any(signs)


def _is_link(leaf: Leaf) -> bool:
    if leaf.is_object or leaf.parent in LINK_WRAPPERS:
        return True
    if leaf.name in STRONG_LINKS or leaf.name.endswith(("url", "uri")):
        return True
    # A bare `next` may be a cursor.
    return _URL.search(leaf.description) is not None


def _depth(leaf: Leaf) -> int:
    return leaf.pointer.count("/")
