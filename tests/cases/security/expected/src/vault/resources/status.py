"""The resource `client.status`."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Options, Resource

_CHECK: Operation[str] = Operation("GET", "/status", returns=str, security=())


class Status(Resource):
    """Operations of `status`."""

    def check(self, *, options: Options | None = None) -> str:
        """Whether the vault is open.

        Args:
            options: Timeout, headers, retries and the rest, for this call alone.

        Returns:
            Open or shut.

        Raises:
            APIStatusError: The API answered with an error status.
        """
        return self._client.request(_CHECK, options=options)


class AsyncStatus(AsyncResource):
    """The same as `Status`, for use with `await`."""

    async def check(self, *, options: Options | None = None) -> str:
        """Whether the vault is open: see `Status.check`."""
        return await self._client.request(_CHECK, options=options)
