"""Pagination of an operation, in the terms of the runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from ...model.paging_hints import PagingKind
    from .envelopes import ItemList


class Paging(Struct, frozen=True):
    """Pagination of an operation.

    `parameter` and `reverse` are wire names. The other strings are JSON Pointers
    (RFC 6901) into the response.

    Attributes:
        kind: How the next page is found.
        items: The list.
        parameter: Parameter that selects the page; empty for links.
        in_body: Whether the parameter is a property of the body.
        next: Cursor or link of the next page. For `LAST_ITEM`, the key within the item.
        first: Number of the first page or item, which a call without a number returns.
            None if it is not defined; the caller must then pass a number to get more
            than one page.
        number: Number of the current page.
        reverse: Parameter for the opposite direction.
        more: Flag that is false on the last page.
        last: Flag that is true on the last page.
        following: Value that is present only if there is another page.
        total: Total number of items.
        pages: Total number of pages.
    """

    kind: PagingKind
    items: ItemList
    parameter: str = ""
    in_body: bool = False
    next: str = ""
    first: int | None = None
    number: str = ""
    reverse: str = ""
    more: str = ""
    last: str = ""
    following: str = ""
    total: str = ""
    pages: str = ""
