"""Pagination schemes of operations, as data.

Locations in a response are JSON Pointers (RFC 6901), for example `/meta/next`, or names
of headers, for example `X-Next-Page`. For `items` and `key`, the empty pointer is the
whole value; for all other locations, the empty string means that the response has no
such value. Names of parameters are those of the API document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from ..operation import Operation

T_co = TypeVar("T_co", covariant=True)
D_co = TypeVar("D_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pages:
    """Attributes that all pagination schemes share.

    Attributes:
        items: Location of the list of items.
        more: Location of a flag that is false on the last page.
        last: Location of a flag that is true on the last page.
        following: Location of a value that is present only if there is a next page,
            such as a link to it.
        total: Location of the total number of items on all pages.
        count: Location of a number of items, either on all pages or on this page.
        position: Location of the page number, or of the index of the first item. If it
            changes, a page with the same items as the one before is another page.
        in_body: Whether the parameter is a property of the request body rather than a
            query parameter.
        holder: Name of the query parameter or property that contains the parameter.
            Empty if it is not a part of an object.
    """

    items: str = ""
    more: str = ""
    last: str = ""
    following: str = ""
    total: str = ""
    count: str = ""
    position: str = ""
    in_body: bool = False
    holder: str = ""


@dataclass(frozen=True, slots=True)
class ByCursor(_Pages):
    """Pagination by a cursor that each response contains: a token or a page number.

    On the last page, the cursor is missing, null, empty, or not a positive number.

    Attributes:
        parameter: Name of the parameter that takes the cursor.
        cursor: Location of the cursor in the response. If the value is a URL, the
            client fetches that URL instead of setting the parameter.
    """

    parameter: str
    cursor: str


@dataclass(frozen=True, slots=True)
class ByLastItem(_Pages):
    """Pagination in which each page starts after the last item of the previous page.

    Attributes:
        parameter: Name of the parameter that takes the key of the last item.
        reverse: Name of the parameter for the opposite direction, which takes the key
            of the first item. It is used if the caller has passed it. Empty if there is
            no such parameter.
        key: Location of the key in an item.
        ordered: Whether the items are ordered by their key, a number, in a direction
            that only their order shows. The reverse parameter then continues a page in
            descending order.
    """

    parameter: str
    reverse: str = ""
    key: str = "/id"
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class ByPageNumber(_Pages):
    """Pagination by page number.

    Attributes:
        parameter: Name of the parameter that takes the page number.
        first: Number of the first page, which a call without the parameter returns. If
            it is None, such a call returns a single page unless the response contains
            the page number.
        number: Location of the page number in the response.
        pages: Location of the total number of pages in the response.
    """

    parameter: str
    first: int | None = 1
    number: str = ""
    pages: str = ""


@dataclass(frozen=True, slots=True)
class ByOffset(_Pages):
    """Pagination by the offset of the first item of a page.

    Attributes:
        parameter: Name of the parameter that takes the offset.
        first: Offset of the first item of the list, which is the offset of a call
            without the parameter. If it is None, such a call returns a single page
            unless the response contains the offset.
        number: Location of the offset of the page in the response.
    """

    parameter: str
    first: int | None = 0
    number: str = ""


@dataclass(frozen=True, slots=True)
class ByLink(_Pages):
    """Pagination by the URL of the next page, which each response contains.

    Attributes:
        link: Location of the URL in the response: a string, an object with the URL, or
            an array of such objects with relations. Empty if the URL is in the `Link`
            header (RFC 8288).
    """

    link: str = ""


Paging: TypeAlias = ByCursor | ByLastItem | ByPageNumber | ByOffset | ByLink
"""Pagination scheme of an operation."""


@dataclass(frozen=True, slots=True, eq=False)
class PagedOperation(Operation[D_co], Generic[T_co, D_co]):
    """An operation that returns a paginated list.

    The type parameters are the type of an item and the type of the whole response.

    Attributes:
        paging: Pagination scheme: the values to read from a response, and the parameter
            to send for the next page.
    """

    paging: Paging = field(kw_only=True)
