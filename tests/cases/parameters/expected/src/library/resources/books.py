"""The `client.books` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncPager,
    AsyncResource,
    ByPageNumber,
    Formatted,
    ListOf,
    Omit,
    Operation,
    Options,
    Page,
    PagedOperation,
    Resource,
    cached_property,
    omit,
)

if TYPE_CHECKING:
    import builtins
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from .. import models
    from .books_pages import AsyncBooksPages, BooksPages

_LIST: PagedOperation[models.Book, builtins.list[models.Book]] = PagedOperation(
    "GET",
    "/books",
    returns=ListOf("Book"),
    styles={
        "query": {
            "ids": "form",
            "shelf": "spaceDelimited",
            "column": "tabDelimited",
            "sort": "pipeDelimited",
        }
    },
    allow_empty=("lent",),
    formats={"query": {"since": Formatted("date")}},
    paging=ByPageNumber("page"),
)
_RETRIEVE: Operation[models.Book] = Operation(
    "GET", "/books/{isbn}", returns="Book", required={"header": ("X-Trace-Id",)}
)
_UPDATE: Operation[models.Book] = Operation(
    "PUT",
    "/books/{isbn}",
    returns="Book",
    body="application/json",
    body_required=True,
    formats={"body": {"published": Formatted("date")}},
)
_DELETE: Operation[None] = Operation("DELETE", "/books/{isbn}")


class Books(Resource):
    """Books: `list`, `retrieve`, `update` and `delete`."""

    @cached_property
    def pages(self) -> BooksPages:
        """Pages: `retrieve`."""
        from .books_pages import BooksPages

        return BooksPages(self._client)

    def list(
        self,
        *,
        x_trace_id: UUID | str | Omit = omit,
        page: int | Omit = omit,
        tag: Sequence[str] | Omit = omit,
        ids: Sequence[int] | Omit = omit,
        shelf: Sequence[str] | Omit = omit,
        column: Sequence[str] | Omit = omit,
        sort: Sequence[str] | Omit = omit,
        lent: bool | None | Omit = omit,
        since: dt.date | str | Omit = omit,
        changed_after: dt.datetime | str | Omit = omit,
        options: Options | None = None,
    ) -> Page[models.Book, builtins.list[models.Book]]:
        """List books.

        Args:
            page: The page, counted from 1. Default: `1`.

        Returns:
            One page of books.
        """
        return self._client.paginate(
            _LIST,
            query={
                "page": page,
                "tag": tag,
                "ids": ids,
                "shelf": shelf,
                "column": column,
                "sort": sort,
                "lent": lent,
                "since": since,
                "changed-after": changed_after,
            },
            headers={"X-Trace-Id": x_trace_id},
            options=options,
        )

    def retrieve(
        self, isbn: str, *, x_trace_id: str, options: Options | None = None
    ) -> models.Book:
        """Get a book.

        Args:
            isbn: The ISBN-13.

        Returns:
            The book.
        """
        return self._client.request(
            _RETRIEVE,
            path={"isbn": isbn},
            headers={"X-Trace-Id": x_trace_id},
            options=options,
        )

    def update(
        self,
        isbn: str,
        *,
        body_isbn: str,
        title: str,
        pages: int | Omit = omit,
        price: float | Omit = omit,
        published: dt.date | str | Omit = omit,
        x_trace_id: UUID | str | Omit = omit,
        options: Options | None = None,
    ) -> models.Book:
        """Replace a book.

        Args:
            isbn: The ISBN-13.

        Returns:
            The book as it is now.
        """
        return self._client.request(
            _UPDATE,
            path={"isbn": isbn},
            headers={"X-Trace-Id": x_trace_id},
            body={
                "isbn": body_isbn,
                "title": title,
                "pages": pages,
                "price": price,
                "published": published,
            },
            options=options,
        )

    def delete(
        self,
        isbn: str,
        *,
        x_trace_id: UUID | str | Omit = omit,
        options: Options | None = None,
    ) -> None:
        """Delete a book.

        Deprecated: the API marks this operation as deprecated.

        Args:
            isbn: The ISBN-13.

        Returns:
            Gone.
        """
        return self._client.request(
            _DELETE,
            path={"isbn": isbn},
            headers={"X-Trace-Id": x_trace_id},
            options=options,
        )


class AsyncBooks(AsyncResource):
    """Asynchronous version of `Books`."""

    @cached_property
    def pages(self) -> AsyncBooksPages:
        """Pages: `retrieve`."""
        from .books_pages import AsyncBooksPages

        return AsyncBooksPages(self._client)

    def list(
        self,
        *,
        x_trace_id: UUID | str | Omit = omit,
        page: int | Omit = omit,
        tag: Sequence[str] | Omit = omit,
        ids: Sequence[int] | Omit = omit,
        shelf: Sequence[str] | Omit = omit,
        column: Sequence[str] | Omit = omit,
        sort: Sequence[str] | Omit = omit,
        lent: bool | None | Omit = omit,
        since: dt.date | str | Omit = omit,
        changed_after: dt.datetime | str | Omit = omit,
        options: Options | None = None,
    ) -> AsyncPager[models.Book, builtins.list[models.Book]]:
        """List books: see `Books.list`."""
        return self._client.paginate(
            _LIST,
            query={
                "page": page,
                "tag": tag,
                "ids": ids,
                "shelf": shelf,
                "column": column,
                "sort": sort,
                "lent": lent,
                "since": since,
                "changed-after": changed_after,
            },
            headers={"X-Trace-Id": x_trace_id},
            options=options,
        )

    async def retrieve(
        self, isbn: str, *, x_trace_id: str, options: Options | None = None
    ) -> models.Book:
        """Get a book: see `Books.retrieve`."""
        return await self._client.request(
            _RETRIEVE,
            path={"isbn": isbn},
            headers={"X-Trace-Id": x_trace_id},
            options=options,
        )

    async def update(
        self,
        isbn: str,
        *,
        body_isbn: str,
        title: str,
        pages: int | Omit = omit,
        price: float | Omit = omit,
        published: dt.date | str | Omit = omit,
        x_trace_id: UUID | str | Omit = omit,
        options: Options | None = None,
    ) -> models.Book:
        """Replace a book: see `Books.update`."""
        return await self._client.request(
            _UPDATE,
            path={"isbn": isbn},
            headers={"X-Trace-Id": x_trace_id},
            body={
                "isbn": body_isbn,
                "title": title,
                "pages": pages,
                "price": price,
                "published": published,
            },
            options=options,
        )

    async def delete(
        self,
        isbn: str,
        *,
        x_trace_id: UUID | str | Omit = omit,
        options: Options | None = None,
    ) -> None:
        """Delete a book: see `Books.delete`."""
        return await self._client.request(
            _DELETE,
            path={"isbn": isbn},
            headers={"X-Trace-Id": x_trace_id},
            options=options,
        )
