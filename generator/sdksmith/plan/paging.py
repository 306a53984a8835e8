"""How an operation returns its list in pages, in the words of the runtime."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from ..model.pagehints import PagingKind
    from .envelopes import ItemList


class Paging(Struct, frozen=True):
    """How an operation returns its list in pages.

    All but `key` are JSON Pointers (RFC 6901) into the answer, or names of the wire.

    Attributes:
        kind: How the next page is found.
        items: The list.
        parameter: What says where a page starts; empty for links.
        in_body: Whether the parameter is a property of the body.
        next: What comes next: a cursor or a link. For the last item, its key in it.
        first: The number of the first page or item, which is that of a call without
            any; None where nobody says, so that the caller must give one.
        number: The number of the page.
        reverse: The parameter for the other direction.
        more: A flag that is false on the last page.
        last: A flag that is true on the last page.
        following: What is there only where another page is.
        total: How many items there are in all.
        pages: How many pages there are.
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
