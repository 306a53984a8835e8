"""The `client.books.pages` resource."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Options, Resource

_RETRIEVE: Operation[str] = Operation(
    "GET", "/books/{isbn}/pages/{from}-{to}", returns=str, accept="text/plain"
)


class BooksPages(Resource):
    """Pages: `retrieve`."""

    def retrieve(
        self, isbn: str, from_: int, to: int, *, options: Options | None = None
    ) -> str:
        """Read some pages.

        Returns:
            The text.
        """
        return self._client.request(
            _RETRIEVE, path={"isbn": isbn, "from": from_, "to": to}, options=options
        )


class AsyncBooksPages(AsyncResource):
    """Asynchronous version of `BooksPages`."""

    async def retrieve(
        self, isbn: str, from_: int, to: int, *, options: Options | None = None
    ) -> str:
        """Read some pages: see `BooksPages.retrieve`."""
        return await self._client.request(
            _RETRIEVE, path={"isbn": isbn, "from": from_, "to": to}, options=options
        )
