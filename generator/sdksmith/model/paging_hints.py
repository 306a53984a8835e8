"""Explicit pagination hints, from the document or the settings."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct


class PagingKind(StrEnum):
    """How a client requests the next page of a list."""

    CURSOR = "cursor"
    """A value of the response is sent in a parameter."""
    LAST_ITEM = "lastItem"
    """The key of the last item is sent in a parameter."""
    NUMBER = "number"
    """The page number is sent in a parameter."""
    OFFSET = "offset"
    """The index of the first item of the page is sent in a parameter."""
    LINK = "link"
    """The response body has the URL of the next page."""
    LINK_HEADER = "linkHeader"
    """The `Link` header has the URL of the next page (RFC 8288)."""


class PagingHints(Struct, frozen=True):
    """Pagination of an operation, as defined by the document or the settings.

    Pointers are JSON Pointers (RFC 6901) into the response body; None if not defined.

    Attributes:
        kind: Kind of pagination; None if the operation must not be paginated.
        parameter: Parameter for the start of a page: a query parameter, or a property of
            the request body.
        next: Pointer of the cursor or link; for `LAST_ITEM`, of the key in an item.
        items: Pointer of the list of items.
        more: Pointer of a flag that is false on the last page.
        total: Pointer of the total number of items.
        pages: Pointer of the total number of pages.
        first: Number of the first page, or index of the first item.
        problem: Reason why the hints cannot be used; empty if they can.
        source: Source of the hints for messages, such as `x-ms-pageable`.
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
