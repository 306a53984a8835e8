"""Explicit pagination hints, from the document or the settings."""

from __future__ import annotations

from enum import StrEnum
from typing import Final

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

    Locations are JSON Pointers (RFC 6901) into the response body, or names of response
    headers, which do not start with a slash; None if not defined.

    Attributes:
        kind: Kind of pagination; None if the operation must not be paginated.
        parameter: Parameter for the start of a page: a query parameter, or a property of
            the request body.
        next: Location of the cursor or link; for `LAST_ITEM`, of the key in an item.
        items: Location of the list of items.
        more: Location of a flag that is false on the last page.
        total: Location of the total number of items.
        pages: Location of the total number of pages.
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

    @property
    def is_dotted(self) -> bool:
        """Whether dots separated the names of the pointers, which may contain dots."""
        return self.source in _DOTTED


_DOTTED: Final = frozenset(
    ("x-ms-pageable", "x-speakeasy-pagination", "x-fern-pagination")
)
