"""Fetched pages: their items and the request of the next page, without I/O."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from ..errors import SDKError
from .cycles import CycleDetector, Step
from .links import find_next_link, resolve_link
from .schemes import ByCursor, ByLastItem, ByLink, ByOffset, ByPageNumber
from .values import read_items, read_pointer

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
        if self._read(paging.more) is False or self._read(paging.last) is True:
            return None
        if paging.following and not self._read(paging.following):
            return None
        match paging:
            case ByCursor():
                step = self._step_by_cursor(paging)
            case ByLink():
                step = self._step_by_link(paging.link)
            case _ if not self.items:
                return None
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
        )

    def _read(self, pointer: str) -> object:
        return read_pointer(self.data, pointer) if pointer else None

    def _own_position(self, step: Step) -> str:
        """Return the position of this page, in a form comparable with the next step."""
        if not step.parameter:
            return self.url
        return str(self.request.given(step.parameter))

    def _step_by_cursor(self, paging: ByCursor) -> Step | None:
        cursor = self._read(paging.cursor)
        if not cursor or cursor is True:
            return None
        if isinstance(cursor, int | float) and cursor < 0:
            return None
        if isinstance(cursor, str) and cursor.startswith(("http://", "https://")):
            return Step("", cursor)
        return Step(paging.parameter, cursor)

    def _step_by_link(self, pointer: str) -> Step | None:
        link = self._read(pointer) if pointer else find_next_link(self.headers)
        if not isinstance(link, str):
            # JSON:API 1.1, "Links": a link may be an object with its URL.
            link = read_pointer(link, "/href")
        if not isinstance(link, str) or not link:
            return None
        return Step("", resolve_link(self.url, link))

    def _step_by_item(self, paging: ByLastItem) -> Step:
        is_reverse = bool(paging.reverse) and bool(self.request.given(paging.reverse))
        key = read_pointer(self.items[0 if is_reverse else -1], paging.key)
        if not key:
            raise SDKError(
                f"{self.description}: the next page cannot be requested; the item that "
                f"it starts after has no {paging.key[1:]}."
            )
        return Step(paging.reverse if is_reverse else paging.parameter, key)

    def _step_by_number(self, paging: ByPageNumber) -> Step | None:
        number = self._number(paging)
        if number is None:
            return None
        pages = self._read(paging.pages)
        # If the number of the first page is not known, it is assumed to be 1.
        read = number + (1 if paging.first == 0 else 0)
        if isinstance(pages, int) and 0 < pages <= read:
            return None
        if self._is_total(self._count()):
            return None
        return Step(paging.parameter, number + 1)

    def _number(self, paging: ByPageNumber) -> int | None:
        """Return the page number from the request, else that from the response."""
        given = self.request.given_number(paging.parameter)
        if given is not None:
            return given
        known = self._read(paging.number)
        return known if isinstance(known, int) else paging.first

    def _step_by_offset(self, paging: ByOffset) -> Step | None:
        offset = self.request.given_number(paging.parameter)
        if offset is None:
            offset = paging.first
        if offset is None:
            return None
        following = offset + len(self.items)
        if self._is_total(following - (paging.first or 0)):
            return None
        return Step(paging.parameter, following)

    def _is_total(self, count: int) -> bool:
        """Return whether a count reaches the total; totals of 0 and -1 are ignored."""
        total = self._read(self.request.operation.paging.total)
        return isinstance(total, int) and 0 < total <= count

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
    description = call.prepared.describe()
    if request.before and items == request.before:
        raise SDKError(
            f"{description}: the server returned the same page again, so iterating over "
            "the pages would never end. It seems to ignore the parameter for the page."
        )
    return FetchedPage(
        replace(request, before=[]),
        data,
        cast("list[T]", items),
        call.prepared.url,
        description,
        response.headers,
    )
