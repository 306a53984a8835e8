"""The `client.ports.piers` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Resource, cached_property

if TYPE_CHECKING:
    from .ports_piers_boats import AsyncPortsPiersBoats, PortsPiersBoats


class PortsPiers(Resource):
    """Piers: `boats`."""

    @cached_property
    def boats(self) -> PortsPiersBoats:
        """Boats: `list`, `create`, `retrieve`, `update` and `move_away`."""
        from .ports_piers_boats import PortsPiersBoats

        return PortsPiersBoats(self._client)


class AsyncPortsPiers(AsyncResource):
    """Asynchronous version of `PortsPiers`."""

    @cached_property
    def boats(self) -> AsyncPortsPiersBoats:
        """Boats: `list`, `create`, `retrieve`, `update` and `move_away`."""
        from .ports_piers_boats import AsyncPortsPiersBoats

        return AsyncPortsPiersBoats(self._client)
