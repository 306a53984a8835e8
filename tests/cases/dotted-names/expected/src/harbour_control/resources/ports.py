"""The `client.ports` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Operation, Options, Resource, cached_property

if TYPE_CHECKING:
    from .. import models
    from .ports_piers import AsyncPortsPiers, PortsPiers

_RETRIEVE: Operation[models.Port] = Operation("GET", "/v1/ports/{port}", returns="Port")


class Ports(Resource):
    """Ports: `retrieve`."""

    @cached_property
    def piers(self) -> PortsPiers:
        """Piers: `boats`."""
        from .ports_piers import PortsPiers

        return PortsPiers(self._client)

    def retrieve(self, port: str, *, options: Options | None = None) -> models.Port:
        """Return a port.

        Returns:
            The port.
        """
        return self._client.request(_RETRIEVE, path={"port": port}, options=options)


class AsyncPorts(AsyncResource):
    """Asynchronous version of `Ports`."""

    @cached_property
    def piers(self) -> AsyncPortsPiers:
        """Piers: `boats`."""
        from .ports_piers import AsyncPortsPiers

        return AsyncPortsPiers(self._client)

    async def retrieve(
        self, port: str, *, options: Options | None = None
    ) -> models.Port:
        """Return a port: see `Ports.retrieve`."""
        return await self._client.request(
            _RETRIEVE, path={"port": port}, options=options
        )
