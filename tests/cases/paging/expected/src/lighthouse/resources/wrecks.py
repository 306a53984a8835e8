"""The `client.wrecks` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Omit, Operation, Options, Resource, omit

if TYPE_CHECKING:
    from .. import models

_LIST: Operation[models.BeaconList] = Operation("GET", "/wrecks", returns="BeaconList")


class Wrecks(Resource):
    """Wrecks: `list`."""

    def list(
        self, *, cursor: str | Omit = omit, options: Options | None = None
    ) -> models.BeaconList:
        """One page alone, whatever it looks like.

        Returns:
            Wrecks.
        """
        return self._client.request(_LIST, query={"cursor": cursor}, options=options)


class AsyncWrecks(AsyncResource):
    """Asynchronous version of `Wrecks`."""

    async def list(
        self, *, cursor: str | Omit = omit, options: Options | None = None
    ) -> models.BeaconList:
        """One page alone, whatever it looks like: see `Wrecks.list`."""
        return await self._client.request(
            _LIST, query={"cursor": cursor}, options=options
        )
