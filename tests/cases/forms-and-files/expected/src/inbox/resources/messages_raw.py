"""The `client.messages.raw` resource."""

from __future__ import annotations

from .._runtime import AsyncResource, FileInput, Formatted, Operation, Options, Resource

_RETRIEVE: Operation[bytes] = Operation(
    "GET", "/messages/{id}/raw", returns=bytes, accept="message/rfc822"
)
_UPDATE: Operation[None] = Operation(
    "PUT",
    "/messages/{id}/raw",
    body="message/rfc822",
    body_required=True,
    formats={"body": {"": Formatted("file")}},
)


class MessagesRaw(Resource):
    """Raw: `retrieve` and `update`."""

    def __call__(self, id: int, *, options: Options | None = None) -> bytes:
        """Get a message as it came.

        Returns:
            The message.
        """
        return self._client.request(_RETRIEVE, path={"id": id}, options=options)

    def retrieve(self, id: int, *, options: Options | None = None) -> bytes:
        """Get a message as it came.

        Returns:
            The message.
        """
        return self._client.request(_RETRIEVE, path={"id": id}, options=options)

    def update(
        self, id: int, *, body: FileInput, options: Options | None = None
    ) -> None:
        """Replace a message.

        Args:
            body: Request body.

        Returns:
            Replaced.
        """
        return self._client.request(
            _UPDATE, path={"id": id}, body=body, options=options
        )


class AsyncMessagesRaw(AsyncResource):
    """Asynchronous version of `MessagesRaw`."""

    async def __call__(self, id: int, *, options: Options | None = None) -> bytes:
        """Get a message as it came: see `MessagesRaw.__call__`."""
        return await self._client.request(_RETRIEVE, path={"id": id}, options=options)

    async def retrieve(self, id: int, *, options: Options | None = None) -> bytes:
        """Get a message as it came: see `MessagesRaw.retrieve`."""
        return await self._client.request(_RETRIEVE, path={"id": id}, options=options)

    async def update(
        self, id: int, *, body: FileInput, options: Options | None = None
    ) -> None:
        """Replace a message: see `MessagesRaw.update`."""
        return await self._client.request(
            _UPDATE, path={"id": id}, body=body, options=options
        )
