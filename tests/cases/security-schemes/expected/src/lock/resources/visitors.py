"""The `client.visitors` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, ListOf, Operation, Options, Resource

if TYPE_CHECKING:
    import builtins

_LIST: Operation[builtins.list[str]] = Operation(
    "GET", "/visitors", returns=ListOf(str), security=(("identity",),)
)


class Visitors(Resource):
    """Visitors: `list`."""

    def list(self, *, options: Options | None = None) -> builtins.list[str]:
        """List visitors.

        Returns:
            Names of visitors.
        """
        return self._client.request(_LIST, options=options)


class AsyncVisitors(AsyncResource):
    """Asynchronous version of `Visitors`."""

    async def list(self, *, options: Options | None = None) -> builtins.list[str]:
        """List visitors: see `Visitors.list`."""
        return await self._client.request(_LIST, options=options)
