"""The resource `client.books.pages`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Options, Resource

_RETRIEVE: Operation[str] = Operation(
    "GET", "/books/{isbn}/pages/{from}-{to}", returns=str, accept="text/plain"
)


class BooksPages(Resource):
    """Operations of `books.pages`."""

    def retrieve(
        self,
        isbn: str,
        from_: int,
        to: int,
        *,
        options: Options | None = None,
    ) -> str:
        """Read some pages.

        Args:
            options: Timeout, headers, retries and the rest, for this call alone.

        Returns:
            The text.

        Raises:
            APIStatusError: The API answered with an error status.
        """
        return self._client.request(
            _RETRIEVE, path={"isbn": isbn, "from": from_, "to": to}, options=options
        )


class AsyncBooksPages(AsyncResource):
    """The same as `BooksPages`, for use with `await`."""

    async def retrieve(
        self,
        isbn: str,
        from_: int,
        to: int,
        *,
        options: Options | None = None,
    ) -> str:
        """Read some pages: see `BooksPages.retrieve`."""
        return await self._client.request(
            _RETRIEVE, path={"isbn": isbn, "from": from_, "to": to}, options=options
        )
