"""Clients that return paginated lists."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from ..omission import omit
from ..request.settings import NO_VALUES, Arguments
from ..response.reply import record
from ..transport.async_client import AsyncClient
from ..transport.sync_client import SyncClient

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..options import Options
    from .pages import AsyncPage, AsyncPager, Page
    from .requests import PageRequest
    from .schemes import PagedOperation

D = TypeVar("D")
T = TypeVar("T")


class PaginationClient(SyncClient):
    """Sync client that returns paginated lists."""

    def paginate(  # noqa: PLR0913 (one for each part of a request)
        self,
        operation: PagedOperation[T, D],
        *,
        path: Mapping[str, object] = NO_VALUES,
        query: Mapping[str, object] = NO_VALUES,
        headers: Mapping[str, object] = NO_VALUES,
        cookies: Mapping[str, object] = NO_VALUES,
        body: object = omit,
        options: Options | None = None,
    ) -> Page[T, D]:
        """Fetch the first page of a list and return it.

        Arguments and errors are those of `request`.
        """
        from .requests import PageRequest  # loaded by the first call

        arguments = Arguments(path, query, headers, cookies, body)
        return self._read_page(PageRequest(operation, arguments, options))

    def _read_page(self, request: PageRequest[T, D]) -> Page[T, D]:
        from .fetched import read_page
        from .pages import Page

        call = request.begin(self._begin)
        response = self._execute(call)
        record(response, call)
        return Page(read_page(request, call, response), self._read_page)


class AsyncPaginationClient(AsyncClient):
    """Async client that returns paginated lists."""

    def paginate(  # noqa: PLR0913 (one for each part of a request)
        self,
        operation: PagedOperation[T, D],
        *,
        path: Mapping[str, object] = NO_VALUES,
        query: Mapping[str, object] = NO_VALUES,
        headers: Mapping[str, object] = NO_VALUES,
        cookies: Mapping[str, object] = NO_VALUES,
        body: object = omit,
        options: Options | None = None,
    ) -> AsyncPager[T, D]:
        """Return a paginated list, which is fetched when it is awaited or iterated.

        No request is sent before. Arguments and errors are those of `request`.
        """
        from .pages import AsyncPager  # loaded by the first call
        from .requests import PageRequest

        arguments = Arguments(path, query, headers, cookies, body)
        return AsyncPager(PageRequest(operation, arguments, options), self._read_page)

    async def _read_page(self, request: PageRequest[T, D]) -> AsyncPage[T, D]:
        from .fetched import read_page
        from .pages import AsyncPage

        call = request.begin(self._begin)
        response = await self._execute(call)
        record(response, call)
        return AsyncPage(read_page(request, call, response), self._read_page)
