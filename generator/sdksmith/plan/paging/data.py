"""Pagination of an operation, in the terms of the runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from ...model.paging_hints import PagingKind
    from .envelopes import ItemList


class Paging(Struct, frozen=True):
    """Pagination of an operation.

    `parameter`, `reverse` and `holder` are wire names. The other strings are JSON Pointers
    (RFC 6901) into the response, or names of its headers, which do not start with a slash.

    Attributes:
        kind: How the next page is found.
        items: The list.
        parameter: Parameter that selects the page; empty for links.
        in_body: Whether the parameter is a property of the body.
        holder: Object that contains the parameter; empty if it is not in an object.
        next: Cursor or link of the next page. For `LAST_ITEM`, the key within the item.
        first: Number of the first page or item, which a call without a number returns.
            None if it is not defined; the caller must then pass a number to get more
            than one page.
        number: Number of the current page, or index of its first item, which a call
            without a number needs.
        position: The same, if only the detection of repeated pages needs it.
        reverse: Parameter for the opposite direction.
        more: Flag that is false on the last page.
        last: Flag that is true on the last page.
        following: Value that is present only if there is another page.
        total: Total number of items.
        count: Number of items in total or on the page.
        pages: Total number of pages.
        ordered: Whether the order of keys decides about the direction.
    """

    kind: PagingKind
    items: ItemList
    parameter: str = ""
    in_body: bool = False
    holder: str = ""
    next: str = ""
    first: int | None = None
    number: str = ""
    position: str = ""
    reverse: str = ""
    more: str = ""
    last: str = ""
    following: str = ""
    total: str = ""
    count: str = ""
    pages: str = ""
    ordered: bool = False
