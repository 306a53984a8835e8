"""The `client.key` resource."""

from __future__ import annotations

from .._runtime import AsyncResource, Formatted, Operation, Options, Resource

_RETRIEVE: Operation[bytes] = Operation("GET", "/key", returns=Formatted("base64"))
_UPDATE: Operation[None] = Operation(
    "PUT",
    "/key",
    body="application/json",
    body_required=True,
    formats={"body": {"": Formatted("base64")}},
)


class Key(Resource):
    """Key: `retrieve` and `update`."""

    def retrieve(self, *, options: Options | None = None) -> bytes:
        """Get the key.

        Returns:
            The key.
        """
        return self._client.request(_RETRIEVE, options=options)

    def update(self, *, body: bytes | str, options: Options | None = None) -> None:
        """Set the key.

        Args:
            body: Request body.

        Returns:
            Set.
        """
        return self._client.request(_UPDATE, body=body, options=options)


class AsyncKey(AsyncResource):
    """Asynchronous version of `Key`."""

    async def retrieve(self, *, options: Options | None = None) -> bytes:
        """Get the key: see `Key.retrieve`."""
        return await self._client.request(_RETRIEVE, options=options)

    async def update(
        self, *, body: bytes | str, options: Options | None = None
    ) -> None:
        """Set the key: see `Key.update`."""
        return await self._client.request(_UPDATE, body=body, options=options)
