"""Rules that recognise operations that return a list in pages.

A rule requires that three roles are present: items, a continuation, and an end. The
continuation is a parameter that selects the page together with the value of the response
that it needs, or a link. Uncertain cases are not treated as pages: an operation that does
not return a list would get a wrong return type, and a wrong parameter would silently skip
items.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from ...model.paging_hints import PagingKind
from ...model.types import Record, Scalar, ScalarKind
from .data import Paging
from .leaves import RELATIONS
from .roles import ID, PageRoles, is_counter
from .words import (
    AFTERS,
    BEFORES,
    CURSORS,
    LAST,
    LIMITS,
    LINKS,
    MORE,
    NUMBERS,
    OFFSETS,
    OWN_NUMBERS,
    PAGE_TOTALS,
    STRONG_LINKS,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from .inputs import PageInput

# Words in the names of POST operations that only read data.
_READING: Final = re.compile(
    r"(?i)search|query|list|find|filter|lookup|scan|select|\b(get|fetch)\b"
)
# Spring Data counts pages from 0.
_SPRING: Final = frozenset(("totalelements", "numberofelements"))


class PageRules(PageRoles, frozen=True):
    """The rules, applied to one operation."""

    def find(self) -> Paging | None:
        """Return the pagination of the most reliable rule that matches."""
        paging = self.by_cursor() or self.by_last_item()
        if paging is not None:
            return paging
        if self.operation.method == "POST":
            return self._by_count() if self._is_reading() else None
        # Next to a page token, a page number is informational (Twilio's `PageToken`).
        is_opaque = any(item.is_opaque for item in self.inputs)
        can_count = not is_opaque or self.find_totals()
        return (
            self._by_link_header()
            or self.by_link(LINKS | STRONG_LINKS if is_opaque else STRONG_LINKS)
            or (self._by_count() if can_count else None)
            or (self.by_link(LINKS) if self._may_link() else None)
            or self._by_bare_link()
            or (self.by_link({RELATIONS}) if self.has_limit() else None)
            or self._by_ordered_item()
        )

    def by_cursor(self, *names: str) -> Paging | None:
        """Return pagination by a cursor.

        Args:
            names: Wire names of the parameters to consider; all if omitted.
        """
        inputs = [item for item in self.inputs if not names or item.wire in names]
        for given in inputs:
            found = self.continuations().next_value(given)
            if found is not None:
                paging = self._start(PagingKind.CURSOR, given)
                return self.with_flags(replace(paging, next=found.pointer))
        return None

    def by_last_item(self) -> Paging | None:
        """Return pagination by the key of the last item, if a flag marks the last page."""
        given = self.find_key_input(AFTERS)
        more = self.find_nearest(MORE, lambda leaf: leaf.is_flag)
        if given is None or not more or not self.has_id():
            return None
        return replace(self.by_key(given, f"/{ID}"), more=more)

    def by_key(self, given: PageInput, key: str) -> Paging:
        """Return pagination by a key of the last item."""
        other = self.find_key_input(BEFORES)
        return replace(
            self.start(PagingKind.LAST_ITEM, given),
            next=key,
            reverse=other.wire if other else "",
        )

    def by_link(self, names: Collection[str]) -> Paging | None:
        """Return pagination by a link in the response that has one of these names."""
        link = self.find_link(names)
        if not link:
            return None
        return self.with_flags(Paging(PagingKind.LINK, self.envelope.items, next=link))

    def by_number(self, given: PageInput) -> Paging:
        """Return pagination by page number."""
        paging = self._counted(PagingKind.NUMBER, given)
        number = self.find_nearest(OWN_NUMBERS, is_counter)
        first = given.first
        if first is None and _SPRING & {leaf.name for leaf in self.envelope.leaves}:
            first = 0
        if first is not None:
            return replace(paging, first=first, position=number)
        # A call without a page number may return all items (Xero's `page`).
        is_paged = self.has_limit() or number or _has_end(paging)
        is_usual = is_paged and not given.name.endswith("index")
        return replace(paging, number=number, first=1 if is_usual else None)

    def by_offset(self, given: PageInput) -> Paging:
        """Return pagination by item offset."""
        paging = self._counted(PagingKind.OFFSET, given)
        number = self.find_nearest({given.name}, is_counter)
        if given.first is not None:
            return replace(paging, first=given.first, position=number)
        if given.name.endswith("index"):
            return replace(paging, number=number)
        return replace(paging, first=0, position=number)

    def with_flags(self, paging: Paging) -> Paging:
        """Add the flag of the response that identifies the last page."""
        more = self.find_nearest(MORE, lambda leaf: leaf.is_flag)
        last = "" if more else self.find_nearest(LAST, lambda leaf: leaf.is_flag)
        return replace(paging, more=more, last=last)

    def start(self, kind: PagingKind, given: PageInput | None = None) -> Paging:
        """Return pagination with a parameter and the flags of the response."""
        if given is None:
            return self.with_flags(Paging(kind, self.envelope.items))
        return self.with_flags(self._start(kind, given))

    def _start(self, kind: PagingKind, given: PageInput) -> Paging:
        return Paging(
            kind,
            self.envelope.items,
            given.wire,
            in_body=given.in_body,
            holder=given.holder,
        )

    def _counted(self, kind: PagingKind, given: PageInput) -> Paging:
        """Return pagination by a number, with the best indicator of the last page."""
        paging = self.with_flags(self._start(kind, given))
        if _has_end(paging):
            return paging
        if following := self.find_link(LINKS | STRONG_LINKS):
            return replace(paging, following=following)
        pages = self.find_nearest(PAGE_TOTALS, is_counter)
        if pages and kind is PagingKind.NUMBER:
            return replace(paging, pages=pages)
        if total := self.find_total():
            return replace(paging, total=total)
        if following := self.find_bare_link("next", "nextpage"):
            return replace(paging, following=following)
        count = self.find_nearest({"count"}, lambda leaf: leaf.is_number)
        return replace(paging, count=count)

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
        if not self.envelope.is_certain and not (
            self.find_totals() and self.has_limit()
        ):
            return None
        for given in self.inputs:
            if given.name in NUMBERS and self._counts(given):
                paging = self.by_number(given)
                # Without further evidence, only `page` is accepted, if the response has
                # only the list; other parameters may not select a page.
                is_single = paging.first is None
                is_bare = not any(x.pointer[0] == "/" for x in self.envelope.leaves)
                is_listed = self.has_limit() or _has_end(paging) or paging.count
                if not is_listed and not (is_bare or self.envelope.is_collection):
                    continue  # a page of a document, not of a list
                if not is_single or (given.name == "page" and is_bare):
                    return paging
        for given in self.inputs:
            is_time = given.name == "start" and self.find_input("end")
            is_time = is_time or (
                given.name == "from" and self.find_input("to", "until")
            )
            if given.name not in OFFSETS or is_time or not given.counts_items:
                continue
            if self._counts(given) and (self.has_limit() or self.find_totals()):
                return self.by_offset(given)
        return None

    def _by_bare_link(self) -> Paging | None:
        """Return pagination by a property `next` that nothing describes as a link."""
        link = self.find_bare_link("next")
        if not link or not self.envelope.is_collection:
            return None
        # With an input for it, the value is more likely a cursor.
        if any(item.takes_cursor or item.holds_cursor for item in self.inputs):
            return None
        return self.with_flags(Paging(PagingKind.LINK, self.envelope.items, next=link))

    def _by_ordered_item(self) -> Paging | None:
        """Return pagination by keys in ascending or descending order (Discord).

        The response is a bare array, which ends when no item follows.
        """
        given, type_id = self.find_key_input(AFTERS), self.envelope.items.item
        if given is None or type_id is None or self.envelope.items.pointer:
            return None
        if not self.has_limit() or not self.has_id():
            return None
        item, key = self.api.types[type_id], None
        if isinstance(item, Record):
            key = next(field.type for field in item.fields if field.name == ID)
        if key is None or _kind(self.api.types[key]) is not _kind(given.type):
            return None
        return replace(
            self.by_key(given, f"/{ID}"),
            # `starting_after` means a place in the list, `after` a greater key.
            ordered=given.name in {"after", "afterid"},
        )

    def _counts(self, given: PageInput) -> bool:
        """Return whether a parameter takes a number, possibly as a string."""
        if given.takes_number:
            return True
        has_link = bool(self.find_link(LINKS | STRONG_LINKS))
        return given.is_text and bool(self.find_totals()) and not has_link

    def _is_reading(self) -> bool:
        last = self.operation.pointer.rpartition("/")[0].rpartition("~1")[2]
        return _READING.search(f"{last} {self.operation.id}") is not None

    def _may_link(self) -> bool:
        """Return whether a link leads to a page, not from one thing to the next."""
        known = CURSORS | NUMBERS | OFFSETS | LIMITS
        return self.envelope.is_collection or any(x.name in known for x in self.inputs)


def _has_end(paging: Paging) -> bool:
    """Return whether the response indicates which page is the last."""
    signs = (paging.more, paging.last, paging.following, paging.pages, paging.total)
    return any(signs)


def _kind(item: object) -> ScalarKind | None:
    return item.kind if isinstance(item, Scalar) else None
