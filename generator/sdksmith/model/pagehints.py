"""What is said about lists in pages, where nobody has to guess it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class PagingKind(StrEnum):
    """How the next page of a list is found."""

    CURSOR = "cursor"
    """By a value of the answer, which a parameter takes."""
    LAST_ITEM = "lastItem"
    """By the key of the last item, which a parameter takes."""
    NUMBER = "number"
    """By the number of the page."""
    OFFSET = "offset"
    """By the number of its first item."""
    LINK = "link"
    """By a URL in the answer."""
    LINK_HEADER = "linkHeader"
    """By the `Link` header (RFC 8288)."""


class PagingHints(Struct, frozen=True):
    """What the document or the settings say about the pages of an operation.

    Pointers are JSON Pointers (RFC 6901) into the answer; None where nothing is said.

    Attributes:
        kind: None where the operation returns no pages, whatever it looks like.
        parameter: The parameter that says where a page starts: of the query, or a
            property of the body.
        next: The cursor or link; for `LAST_ITEM`, the key in an item.
        items: The list.
        more: A flag that is false on the last page.
        total: How many items there are in all.
        pages: How many pages there are.
        first: The number of the first page or item.
        problem: Why what is said cannot be used; empty where it can.
        source: What says it, for messages: `x-ms-pageable`.
    """

    kind: PagingKind | None
    parameter: str = ""
    next: str = ""
    items: str | None = None
    more: str | None = None
    total: str | None = None
    pages: str | None = None
    first: int | None = None
    problem: str = ""
    source: str = ""
