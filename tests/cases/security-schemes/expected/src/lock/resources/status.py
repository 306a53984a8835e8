"""The `client.status` resource."""

from __future__ import annotations

from .._runtime import AsyncResource, Omit, Operation, Options, Resource, omit

_RETRIEVE: Operation[str] = Operation("GET", "/status", returns=str, security=())


class Status(Resource):
    """Status: `retrieve`."""

    def retrieve(
        self, *, authorization: str | Omit = omit, options: Options | None = None
    ) -> str:
        """Return the status.

        Returns:
            The status.
        """
        return self._client.request(
            _RETRIEVE, headers={"Authorization": authorization}, options=options
        )


class AsyncStatus(AsyncResource):
    """Asynchronous version of `Status`."""

    async def retrieve(
        self, *, authorization: str | Omit = omit, options: Options | None = None
    ) -> str:
        """Return the status: see `Status.retrieve`."""
        return await self._client.request(
            _RETRIEVE, headers={"Authorization": authorization}, options=options
        )
