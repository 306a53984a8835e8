"""The `client.cargo` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, ListOf, Operation, Options, Resource

if TYPE_CHECKING:
    from .. import models, params

_SEARCH: Operation[list[models.Cargo]] = Operation(
    "POST",
    "/cargo/search",
    returns=ListOf("Cargo"),
    body="application/json",
    body_required=True,
)


class CargoResource(Resource):
    """Cargo: `search`."""

    def search(
        self,
        *,
        body: params.CargoQueryParam | models.CargoQuery | str,
        options: Options | None = None,
    ) -> list[models.Cargo]:
        """Search the cargo in the harbour.

        Args:
            body: Request body.

        Returns:
            What was found.
        """
        return self._client.request(_SEARCH, body=body, options=options)


class AsyncCargoResource(AsyncResource):
    """Asynchronous version of `CargoResource`."""

    async def search(
        self,
        *,
        body: params.CargoQueryParam | models.CargoQuery | str,
        options: Options | None = None,
    ) -> list[models.Cargo]:
        """Search the cargo in the harbour: see `CargoResource.search`."""
        return await self._client.request(_SEARCH, body=body, options=options)
