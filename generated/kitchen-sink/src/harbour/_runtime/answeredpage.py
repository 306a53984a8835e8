"""A page as it came, and what it says of the next: a policy without I/O."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar, cast

from .envelope import read_items, read_pointer
from .errors import SDKError
from .nextlink import find_next_link, resolve_link
from .paging import ByCursor, ByLastItem, ByLink, ByOffset, ByPageNumber
from .trail import Step, Trail

if TYPE_CHECKING:
    import httpx2

    from .exchange import Exchange
    from .pagerequest import PageRequest

T = TypeVar("T")
D = TypeVar("D")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class AnsweredPage(Generic[T, D]):
    """A page as it came.

    Attributes:
        data: The answer.
        items: Its items.
        url: The URL it came from.
        asked: The same for people, without secrets.
    """

    request: PageRequest[T, D]
    data: D
    items: list[T]
    url: str
    asked: str
    headers: httpx2.Headers

    def find_step(self) -> Step | None:
        """Return what to change for the next page; None on the last one.

        Raises:
            SDKError: There are more pages, but nobody can say how to ask for them.
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
        # An empty page may stand before others (https://google.aip.dev/158), unless it
        # leads to itself.
        leads_nowhere = step and not self.items and step.place == self._own_place(step)
        return None if leads_nowhere else step

    def next_request(self, step: Step) -> PageRequest[T, D]:
        """Return the request of the next page.

        Raises:
            SDKError: It was made before.
        """
        request = self.request
        trail = request.trail or Trail.start(self._own_place(step))
        if trail.meets(step.place):
            raise SDKError(
                f"{self.asked}: the server says to go on from where a page was read "
                "before, so that there would be no end"
            )
        counts = isinstance(request.operation.paging, ByPageNumber | ByOffset)
        return replace(
            request.after_step(step, trail.after(step.place)),
            seen=self._count(),
            before=self.items if counts else [],
        )

    def _read(self, pointer: str) -> object:
        return read_pointer(self.data, pointer) if pointer else None

    def _own_place(self, step: Step) -> str:
        """Return where this page started, in the terms of the next step."""
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
                f"{self.asked}: the next page starts after the last item, but that has "
                f"no {paging.key[1:]}"
            )
        return Step(paging.reverse if is_reverse else paging.parameter, key)

    def _step_by_number(self, paging: ByPageNumber) -> Step | None:
        number = self._number(paging)
        if number is None:
            return None
        pages = self._read(paging.pages)
        # Unless it is known where pages begin, they begin with 1.
        read = number + (1 if paging.first == 0 else 0)
        if isinstance(pages, int) and 0 < pages <= read:
            return None
        if self._is_total(self._count()):
            return None
        return Step(paging.parameter, number + 1)

    def _number(self, paging: ByPageNumber) -> int | None:
        """Return the number of this page: as it was asked for, else as it says."""
        given = self.request.given_number(paging.parameter)
        if given is not None:
            return given
        said = self._read(paging.number)
        return said if isinstance(said, int) else paging.first

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
        """Whether so many items are all that there are; 0 and -1 say nothing."""
        total = self._read(self.request.operation.paging.total)
        return isinstance(total, int) and 0 < total <= count

    def _count(self) -> int:
        """Return how many items there are on this page and on those before."""
        request, size = self.request, len(self.items)
        paging = request.operation.paging
        if request.trail is None and isinstance(paging, ByPageNumber):
            # The pages before the first that was read are taken to be as long as it.
            number = self._number(paging) or 0
            return size * max(number + (1 if paging.first == 0 else 0), 1)
        return request.seen + size


def read_page(
    request: PageRequest[T, D], exchange: Exchange, response: httpx2.Response
) -> AnsweredPage[T, D]:
    """Return the answer to the request of a page.

    Raises:
        APIDecodeError: The answer is not what it should be.
        SDKError: It is the same page again.
    """
    data = cast("D", exchange.result(response))
    items = read_items(data, request.operation.paging.items)
    asked = exchange.outgoing.describe()
    if request.before and items == request.before:
        raise SDKError(
            f"{asked}: the server answered with the same page again, so that there would "
            "be no end; it seems to ignore the parameter that says which page is asked for"
        )
    return AnsweredPage(
        replace(request, before=[]),
        data,
        cast("list[T]", items),
        exchange.outgoing.url,
        asked,
        response.headers,
    )
