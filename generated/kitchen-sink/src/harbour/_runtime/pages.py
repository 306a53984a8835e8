"""Lists in pages, as callers see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from .errors import SDKError

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Awaitable, Callable, Generator, Iterator

    from .answeredpage import AnsweredPage
    from .pagerequest import PageRequest

T = TypeVar("T")
D = TypeVar("D")


class _PageOf(Generic[T, D]):
    """What a page is without the part that asks for the next."""

    def __init__(self, answered: AnsweredPage[T, D]) -> None:
        self._answered = answered

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {len(self.items)} items>"

    @property
    def data(self) -> D:
        """The answer as it came, with what stands beside the items."""
        return self._answered.data

    @property
    def items(self) -> list[T]:
        """The items of this page alone."""
        return self._answered.items

    @property
    def has_next(self) -> bool:
        """Whether to ask for another page, as far as this one tells; it may be empty.

        Raises:
            SDKError: There is one, but nobody can say how to ask for it.
        """
        return self._answered.find_step() is not None

    def _next_request(self) -> PageRequest[T, D]:
        step = self._answered.find_step()
        if step is None:
            raise SDKError("there is no next page: see `has_next`")
        return self._answered.next_request(step)


class Page(_PageOf[T, D]):
    """A page of a list. To iterate over it is to iterate over the whole list.

        for invoice in client.invoices.list():
            print(invoice.id)

    Further pages are asked for when their items are due, in the same way as the first,
    its `options` included.
    """

    def __init__(
        self,
        answered: AnsweredPage[T, D],
        fetch: Callable[[PageRequest[T, D]], Page[T, D]],
    ) -> None:
        super().__init__(answered)
        self._fetch = fetch

    def next_page(self) -> Page[T, D]:
        """Ask for the next page.

        Raises:
            APIStatusError: The API answered with an error.
            APIConnectionError: The API could not be reached, or broke off.
            SDKError: There is no next page, or it would be one that was read before.
        """
        return self._fetch(self._next_request())

    def pages(self) -> Iterator[Page[T, D]]:
        """Iterate over this page and all that follow."""
        page = self
        yield page
        while page.has_next:
            page = page.next_page()
            yield page

    def __iter__(self) -> Iterator[T]:
        for page in self.pages():
            yield from page.items


class AsyncPage(_PageOf[T, D]):
    """A page of a list. To iterate over it is to iterate over the whole list.

        page = await client.invoices.list()
        async for invoice in page:
            print(invoice.id)

    Further pages are asked for when their items are due, in the same way as the first,
    its `options` included.
    """

    def __init__(
        self,
        answered: AnsweredPage[T, D],
        fetch: Callable[[PageRequest[T, D]], Awaitable[AsyncPage[T, D]]],
    ) -> None:
        super().__init__(answered)
        self._fetch = fetch

    async def next_page(self) -> AsyncPage[T, D]:
        """Ask for the next page.

        Raises:
            APIStatusError: The API answered with an error.
            APIConnectionError: The API could not be reached, or broke off.
            SDKError: There is no next page, or it would be one that was read before.
        """
        return await self._fetch(self._next_request())

    async def pages(self) -> AsyncIterator[AsyncPage[T, D]]:
        """Iterate over this page and all that follow."""
        page = self
        yield page
        while page.has_next:
            page = await page.next_page()
            yield page

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item


class AsyncPager(Generic[T, D]):
    """A list that is about to be read: to await for its first page, or to iterate.

        async for invoice in client.invoices.list():
            print(invoice.id)

    Nothing is sent before; each `await` and each iteration starts with the first page.
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
        """Iterate over all pages."""
        page = await self
        async for each in page.pages():
            yield each

    async def __aiter__(self) -> AsyncIterator[T]:
        async for page in self.pages():
            for item in page.items:
                yield item
