"""Fetched pages: their items and the request of the next page, without I/O."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from ..errors import SDKError
from .cycles import CycleDetector, Step
from .links import find_next_link, is_url, read_link, resolve_link
from .schemes import ByCursor, ByLastItem, ByLink, ByOffset, ByPageNumber
from .values import read_integer, read_items, read_pointer

if TYPE_CHECKING:
    import httpx2

    from ..transport.call import Call
    from .requests import PageRequest

T = TypeVar("T")
D = TypeVar("D")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class FetchedPage(Generic[T, D]):
    """A fetched page.

    Attributes:
        request: The request of the page.
        data: The decoded response.
        items: The items of the page.
        url: The URL that the page was fetched from, after redirects.
        description: Method and URL of the request for messages, with secrets redacted.
        headers: The headers of the response.
    """

    request: PageRequest[T, D]
    data: D
    items: list[T]
    url: str
    description: str
    headers: httpx2.Headers

    def find_step(self) -> Step | None:
        """Return the change that leads to the next page, or None on the last page.

        Raises:
            SDKError: If there are more pages, but their request cannot be determined.
        """
        paging = self.request.operation.paging
        if self._is_marked_as_last():
            return None
        match paging:
            case ByCursor():
                step = self._step_by_cursor(paging)
            case ByLink():
                step = self._step_by_link(paging.link)
            case _ if not self.items:
                return None
            case ByLastItem(ordered=True):
                return self._step_by_order(paging)
            case ByLastItem():
                return self._step_by_item(paging)
            case ByPageNumber():
                return self._step_by_number(paging)
            case ByOffset():
                return self._step_by_offset(paging)
        # An empty page may be followed by others (https://google.aip.dev/158), unless
        # its next page is the page itself.
        is_same_page = (
            step and not self.items and step.position == self._own_position(step)
        )
        return None if is_same_page else step

    def next_request(self, step: Step) -> PageRequest[T, D]:
        """Return the request of the next page.

        Raises:
            SDKError: If that page was already fetched.
        """
        request = self.request
        detector = request.detector or CycleDetector.start(self._own_position(step))
        if detector.has_seen(step.position):
            raise SDKError(
                f"{self.description}: the server refers to a page that was already "
                "fetched; iterating over the pages would never end."
            )
        counts = isinstance(request.operation.paging, ByPageNumber | ByOffset)
        return replace(
            request.after_step(step, detector.advance(step.position)),
            seen=self._count(),
            before=self.items if counts else [],
            position=self.position,
        )

    @property
    def position(self) -> object:
        """Page number or offset according to the response; None if it has none."""
        paging = self.request.operation.paging
        if isinstance(paging, ByPageNumber | ByOffset) and paging.number:
            return self._read(paging.number)
        return self._read(paging.position)

    def is_repetition(self) -> bool:
        """Return whether the page repeats the previous one.

        Equal items alone do not show this: the pages of a series can be equal. Neither
        the position nor the total may show that this is another page.
        """
        if not self.request.before or self.items != self.request.before:
            return False
        if self.position is not None and self.position != self.request.position:
            return False
        has_keys = all(read_pointer(item, "/id") is not None for item in self.items)
        paging = self.request.operation.paging
        total = read_integer(self._read(paging.total or paging.count))
        return has_keys or total is None or total < self._count()

    def _read(self, location: str) -> object:
        if not location or location.startswith("/"):
            return read_pointer(self.data, location) if location else None
        return self.headers.get(location)

    def _is_marked_as_last(self) -> bool:
        """Return whether the response indicates that the page is the last one."""
        paging = self.request.operation.paging
        if self._is_flag(paging.more, value=False):
            return True
        if self._is_flag(paging.last, value=True):
            return True
        return bool(paging.following) and not self._read(paging.following)

    def _is_flag(self, location: str, *, value: bool) -> bool:
        """Return whether a flag has a value. In a header, it is a string."""
        found = self._read(location)
        return found is value or (
            isinstance(found, str) and found.lower() == str(value).lower()
        )

    def _read_integer(self, location: str) -> int | None:
        return read_integer(self._read(location))

    def _own_position(self, step: Step) -> str:
        """Return the position of this page, in a form comparable with the next step."""
        if not step.parameter:
            return self.url
        return str(self.request.given(step.parameter))

    def _step_by_cursor(self, paging: ByCursor) -> Step | None:
        cursor = self._read(paging.cursor)
        if not cursor or cursor is True:
            return None
        if isinstance(cursor, int | float):
            number = read_integer(cursor)
            if number is None or number < 0:
                return None
            return Step(paging.parameter, number)
        if isinstance(cursor, str) and is_url(cursor):
            return Step("", resolve_link(self.url, cursor))
        return Step(paging.parameter, cursor)

    def _step_by_link(self, pointer: str) -> Step | None:
        link = (
            read_link(self._read(pointer)) if pointer else find_next_link(self.headers)
        )
        return Step("", resolve_link(self.url, link)) if link else None

    def _step_by_item(self, paging: ByLastItem) -> Step:
        is_reverse = bool(paging.reverse) and bool(self.request.given(paging.reverse))
        key = read_pointer(self.items[0 if is_reverse else -1], paging.key)
        if not key:
            raise self._make_key_error(paging)
        return Step(paging.reverse if is_reverse else paging.parameter, key)

    def _step_by_order(self, paging: ByLastItem) -> Step:
        """Return the step for items in ascending or descending order of their keys."""
        keys = [read_pointer(self.items[place], paging.key) for place in (0, -1)]
        first, last = (read_integer(key) for key in keys)
        if not paging.reverse or first is None or last is None:
            return self._step_by_item(replace(paging, reverse=""))
        if first == last and len(self.items) > 1:
            raise self._make_key_error(paging)
        is_descending = last < first
        is_reverse = self.request.given(paging.reverse) is not None
        if not is_reverse and self.request.given(paging.parameter) is None:
            is_reverse = is_descending
        key = keys[0] if is_descending != is_reverse else keys[1]
        return Step(paging.reverse if is_reverse else paging.parameter, key)

    def _make_key_error(self, paging: ByLastItem) -> SDKError:
        return SDKError(
            f"{self.description}: the next page cannot be requested; the item that "
            f"it starts after has no {paging.key[1:]} of its own."
        )

    def _step_by_number(self, paging: ByPageNumber) -> Step | None:
        number = self._number(paging)
        if number is None:
            return None
        pages = self._read_integer(paging.pages)
        # If the number of the first page is not known, it is assumed to be 1.
        read = number + (1 if paging.first == 0 else 0)
        if pages is not None and 0 < pages <= read:
            return None
        if self._is_total(self._count()):
            return None
        return Step(paging.parameter, number + 1)

    def _number(self, paging: ByPageNumber) -> int | None:
        """Return the page number from the request, else that from the response."""
        given = self.request.given_number(paging.parameter)
        if given is not None:
            return given
        known = self._read_integer(paging.number)
        return paging.first if known is None else known

    def _step_by_offset(self, paging: ByOffset) -> Step | None:
        offset, first = self.request.given_number(paging.parameter), paging.first
        if offset is None:
            known = self._read_integer(paging.number)
            offset = first if known is None else known
        if offset is None:
            return None
        following = offset + len(self.items)
        if self._is_total(self._count() if first is None else following - first):
            return None
        return Step(paging.parameter, following)

    def _is_total(self, seen: int) -> bool:
        """Return whether all items were seen; totals of 0 and -1 are ignored."""
        paging = self.request.operation.paging
        total = self._read_integer(paging.total)
        if total is not None:
            return 0 < total <= seen
        # A count that is greater than the page must be the total. A smaller one may be
        # the number of items on the page.
        count = self._read_integer(paging.count)
        return count is not None and len(self.items) < count <= seen

    def _count(self) -> int:
        """Return the number of items on this page and all previous pages."""
        request, size = self.request, len(self.items)
        paging = request.operation.paging
        if request.detector is None and isinstance(paging, ByPageNumber):
            # Pages before the first one that was fetched are assumed to be as long.
            number = self._number(paging) or 0
            return size * max(number + (1 if paging.first == 0 else 0), 1)
        return request.seen + size


def read_page(
    request: PageRequest[T, D], call: Call, response: httpx2.Response
) -> FetchedPage[T, D]:
    """Return the page in a response.

    Raises:
        APIDecodeError: If the response cannot be decoded as its documented type.
        SDKError: If the response repeats the previous page.
    """
    data = cast("D", call.result(response))
    items = read_items(data, request.operation.paging.items)
    page = FetchedPage(
        request,
        data,
        cast("list[T]", items),
        call.prepared.url,
        call.prepared.describe(),
        response.headers,
    )
    if page.is_repetition():
        raise SDKError(
            f"{page.description}: the server returned the same page again, so iterating "
            "over the pages would never end. It seems to ignore the parameter for the "
            "page."
        )
    return replace(page, request=replace(request, before=[]))
