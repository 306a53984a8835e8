"""Pages of paginated lists, as methods return them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from ..errors import SDKError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator

    from .fetched import FetchedPage
    from .requests import PageRequest

T = TypeVar("T")
D = TypeVar("D")


class _PageOf(Generic[T, D]):
    """Base of `Page` and `AsyncPage`: everything that needs no I/O."""

    def __init__(self, fetched: FetchedPage[T, D]) -> None:
        self._fetched = fetched

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self.items)} items>"

    @property
    def data(self) -> D:
        """The whole decoded response, including data besides the items."""
        return self._fetched.data

    @property
    def items(self) -> list[T]:
        """Items of this page only."""
        return self._fetched.items

    @property
    def has_next(self) -> bool:
        """Whether this page refers to a next page. The next page may be empty.

        Raises:
            SDKError: If there is a next page, but its request cannot be determined, for
                example because the last item has no id.
        """
        return self._fetched.find_step() is not None

    @property
    def _max_pages(self) -> int | None:
        return (self._fetched.request.options or {}).get("max_pages")

    def _next_request(self) -> PageRequest[T, D]:
        step = self._fetched.find_step()
        if step is None:
            raise SDKError("There is no next page; check `has_next` first.")
        return self._fetched.next_request(step)


class Page(_PageOf[T, D]):
    """A page of a list. Iterating over it yields the items of all pages.

        for invoice in client.invoices.list():
            print(invoice.id)

    Iteration starts with the items of this page. Each further page is fetched when its
    first item is needed, with the same arguments and `options` as the first page, and
    can raise the errors of `next_page`. It ends early after as many pages as the option
    `max_pages` allows. To work page by page, use `pages`:

        for page in client.invoices.list().pages():
            print(len(page.items))
    """

    def __init__(
        self,
        fetched: FetchedPage[T, D],
        fetch: Callable[[PageRequest[T, D]], Page[T, D]],
    ) -> None:
        super().__init__(fetched)
        self._fetch = fetch

    def next_page(self) -> Page[T, D]:
        """Fetch the next page.

        Raises:
            APIStatusError: If the API returns an error status.
            APIConnectionError: If the API cannot be reached or the connection is lost.
            APITimeoutError: If the API does not respond in time.
            APIDecodeError: If the response cannot be decoded as its documented type.
            SDKError: If there is no next page, if its request cannot be determined, if
                its URL has another origin, or if the server returns a page that was
                already fetched.
        """
        return self._fetch(self._next_request())

    def pages(self) -> Iterator[Page[T, D]]:
        """Yield this page and all following pages.

        Each following page is fetched on demand, which can raise the errors of
        `next_page`. The option `max_pages` limits their number.
        """
        page, number = self, 1
        yield page
        while number != self._max_pages and page.has_next:
            page, number = page.next_page(), number + 1
            yield page

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items


class AsyncPage(_PageOf[T, D]):
    """A page of a list. Iterating over it yields the items of all pages.

        page = await client.invoices.list()
        async for invoice in page:
            print(invoice.id)

    Iteration starts with the items of this page. Each further page is fetched when its
    first item is needed, with the same arguments and `options` as the first page, and
    can raise the errors of `next_page`. It ends early after as many pages as the option
    `max_pages` allows. To work page by page, use `pages`:

        async for page in client.invoices.list().pages():
            print(len(page.items))
    """

    def __init__(
        self,
        fetched: FetchedPage[T, D],
        fetch: Callable[[PageRequest[T, D]], Awaitable[AsyncPage[T, D]]],
    ) -> None:
        super().__init__(fetched)
        self._fetch = fetch

    async def next_page(self) -> AsyncPage[T, D]:
        """Fetch the next page.

        Raises:
            APIStatusError: If the API returns an error status.
            APIConnectionError: If the API cannot be reached or the connection is lost.
            APITimeoutError: If the API does not respond in time.
            APIDecodeError: If the response cannot be decoded as its documented type.
            SDKError: If there is no next page, if its request cannot be determined, if
                its URL has another origin, or if the server returns a page that was
                already fetched.
        """
        return await self._fetch(self._next_request())

    async def pages(self) -> AsyncIterator[AsyncPage[T, D]]:
        """Yield this page and all following pages.

        Each following page is fetched on demand, which can raise the errors of
        `next_page`. The option `max_pages` limits their number.
        """
        page, number = self, 1
        yield page
        while number != self._max_pages and page.has_next:
            page, number = await page.next_page(), number + 1
            yield page

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item


class AsyncPager(Generic[T, D]):
    """A paginated list that is not fetched yet.

    Iterate over it to get the items of all pages, or await it to get the first page:

        async for invoice in client.invoices.list():
            print(invoice.id)

        page = await client.invoices.list()

    No request is sent until then. Each `await` and each iteration starts with the first
    page, and can raise the errors of `AsyncPage.next_page`.
    """

    def __init__(
        self,
        request: PageRequest[T, D],
        fetch: Callable[[PageRequest[T, D]], Awaitable[AsyncPage[T, D]]],
    ) -> None:
        self._request = request
        self._fetch = fetch

    def __await__(self) -> Generator[object, None, AsyncPage[T, D]]:
        return self._read().__await__()

    async def _read(self) -> AsyncPage[T, D]:
        return await self._fetch(self._request)

    async def pages(self) -> AsyncIterator[AsyncPage[T, D]]:
        """Yield all pages, each of which is fetched on demand."""
        page = await self
        async for each in page.pages():
            yield each

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item
