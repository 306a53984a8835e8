"""The `client.status` resource."""

from __future__ import annotations

from .._runtime import AsyncResource, Operation, Options, Resource

_CHECK: Operation[str] = Operation("GET", "/status", returns=str, security=())


class Status(Resource):
    """Status: `check`."""

    def check(self, *, options: Options | None = None) -> str:
        """Whether the vault is open.

        Returns:
            Open or shut.
        """
        return self._client.request(_CHECK, options=options)


class AsyncStatus(AsyncResource):
    """Asynchronous version of `Status`."""

    async def check(self, *, options: Options | None = None) -> str:
        """Whether the vault is open: see `Status.check`."""
        return await self._client.request(_CHECK, options=options)
