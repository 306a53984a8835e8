"""How operations return their lists in pages, as data.

Where something stands in an answer is a JSON Pointer (RFC 6901): `/meta/next`; the empty
one is the answer itself. Names are those of the wire.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeAlias, TypeVar

from .operation import Operation

T_co = TypeVar("T_co", covariant=True)
D_co = TypeVar("D_co", covariant=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pages:
    """What the answers have in common.

    Attributes:
        items: The list of items.
        more: A flag that is false on the last page.
        last: A flag that is true on the last page.
        following: What is there only where another page is, such as a link to it.
        total: How many items there are on all pages.
        in_body: Whether the parameter is a property of the body, not of the query.
    """

    items: str = ""
    more: str = ""
    last: str = ""
    following: str = ""
    total: str = ""
    in_body: bool = False


@dataclass(frozen=True, slots=True)
class ByCursor(_Pages):
    """Each answer holds what to ask for next: a cursor, a token, a page number.

    The last one holds none, or an empty one.

    Attributes:
        parameter: The parameter that takes it.
        cursor: Where it stands in the answer. A URL there is followed as it is.
    """

    parameter: str
    cursor: str


@dataclass(frozen=True, slots=True)
class ByLastItem(_Pages):
    """The next page starts after the last item of this one.

    Attributes:
        parameter: The parameter that takes the key of the last item.
        reverse: The parameter for the other direction, which takes the key of the first
            item; it is used where the caller has given it.
        key: Where the key stands in an item.
    """

    parameter: str
    reverse: str = ""
    key: str = "/id"


@dataclass(frozen=True, slots=True)
class ByPageNumber(_Pages):
    """Pages are counted.

    Attributes:
        parameter: The parameter that takes the number.
        first: The number of the first page, which is that of a call without any. With
            None, such a call has one page alone.
        number: Where the answer says which page it is.
        pages: Where the answer says how many pages there are.
    """

    parameter: str
    first: int | None = 1
    number: str = ""
    pages: str = ""


@dataclass(frozen=True, slots=True)
class ByOffset(_Pages):
    """Items are counted, and a page starts at any of them.

    Attributes:
        parameter: The parameter that takes the number of the first item.
        first: The number of the very first item, which is that of a call without any.
            With None, such a call has one page alone.
    """

    parameter: str
    first: int | None = 0


@dataclass(frozen=True, slots=True)
class ByLink(_Pages):
    """Each answer holds the URL of the next page.

    Attributes:
        link: Where it stands in the answer; empty for the `Link` header (RFC 8288).
    """

    link: str = ""


Paging: TypeAlias = ByCursor | ByLastItem | ByPageNumber | ByOffset | ByLink
"""How an operation returns its list in pages."""


@dataclass(frozen=True, slots=True, eq=False)
class PagedOperation(Operation[D_co], Generic[T_co, D_co]):
    """An operation that returns a list in pages.

    Its parameters are the type of an item and that of the answer as it comes.

    Attributes:
        paging: What to read of an answer, and what to send for the next one.
    """

    paging: Paging = field(kw_only=True)
