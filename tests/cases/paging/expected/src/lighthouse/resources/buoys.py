"""The `client.buoys` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Omit, Operation, Options, Resource, omit

if TYPE_CHECKING:
    from .. import models

_LIST: Operation[models.BuoyListResponse] = Operation(
    "GET", "/buoys", returns="BuoyListResponse"
)


class Buoys(Resource):
    """Buoys: `list`."""

    def list(
        self, *, cursor: str | Omit = omit, options: Options | None = None
    ) -> models.BuoyListResponse:
        """A cursor that no answer gives, and a description that does not fit.

        Returns:
            Buoys.
        """
        return self._client.request(_LIST, query={"cursor": cursor}, options=options)


class AsyncBuoys(AsyncResource):
    """Asynchronous version of `Buoys`."""

    async def list(
        self, *, cursor: str | Omit = omit, options: Options | None = None
    ) -> models.BuoyListResponse:
        """See `Buoys.list`."""
        return await self._client.request(
            _LIST, query={"cursor": cursor}, options=options
        )
