"""The `client.cargo` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, ListOf, Operation, Options, Resource

if TYPE_CHECKING:
    from ..models.cargo import Cargo
    from ..models.cargo_query import CargoQuery
    from ..params.cargo_query import CargoQueryParam

_SEARCH: Operation[list[Cargo]] = Operation(
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
        body: CargoQueryParam | CargoQuery | str,
        options: Options | None = None,
    ) -> list[Cargo]:
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
        body: CargoQueryParam | CargoQuery | str,
        options: Options | None = None,
    ) -> list[Cargo]:
        """Search the cargo in the harbour: see `CargoResource.search`."""
        return await self._client.request(_SEARCH, body=body, options=options)
