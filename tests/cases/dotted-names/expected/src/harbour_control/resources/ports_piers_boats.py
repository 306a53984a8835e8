"""The `client.ports.piers.boats` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Omit, Operation, Options, Resource, omit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import models, params

_LIST: Operation[models.BoatList] = Operation(
    "GET",
    "/v1/{parent}/boats",
    returns="BoatList",
    styles={"path": {"parent": "+simple"}},
)
_CREATE: Operation[models.Boat] = Operation(
    "POST",
    "/v1/{parent}/boats",
    returns="Boat",
    styles={"path": {"parent": "+simple"}},
    body="application/json",
    body_required=True,
)
_RETRIEVE: Operation[models.Boat] = Operation(
    "GET", "/v1/{name}", returns="Boat", styles={"path": {"name": "+simple"}}
)
_UPDATE: Operation[models.Boat] = Operation(
    "PATCH",
    "/v1/{name}",
    returns="Boat",
    styles={"path": {"name": "+simple"}},
    body="application/json",
    body_required=True,
)
_MOVE_AWAY: Operation[models.Boat] = Operation(
    "POST", "/v1/{name}:moveAway", returns="Boat", styles={"path": {"name": "+simple"}}
)


class PortsPiersBoats(Resource):
    """Boats: `list`, `create`, `retrieve`, `update` and `move_away`."""

    def list(self, parent: str, *, options: Options | None = None) -> models.BoatList:
        """List the boats at a pier.

        Args:
            parent: The pier, for example `ports/p1/piers/3`.

        Returns:
            The boats.
        """
        return self._client.request(_LIST, path={"parent": parent}, options=options)

    def create(
        self,
        parent: str,
        *,
        name: str,
        owner: params.OwnerParam | models.Owner | Omit = omit,
        events: (
            Sequence[params.HarbourV1EventParam | models.HarbourV1Event] | Omit
        ) = omit,
        options: Options | None = None,
    ) -> models.Boat:
        """Moor a boat.

        Args:
            parent: The pier, for example `ports/p1/piers/3`.

        Returns:
            The boat.
        """
        return self._client.request(
            _CREATE,
            path={"parent": parent},
            body={"name": name, "owner": owner, "events": events},
            options=options,
        )

    def retrieve(self, name: str, *, options: Options | None = None) -> models.Boat:
        """Return a boat.

        Args:
            name: The boat, for example `ports/p1/piers/3/boats/b1`.

        Returns:
            The boat.
        """
        return self._client.request(_RETRIEVE, path={"name": name}, options=options)

    def update(
        self,
        name: str,
        *,
        body_name: str,
        owner: params.OwnerParam | models.Owner | Omit = omit,
        events: (
            Sequence[params.HarbourV1EventParam | models.HarbourV1Event] | Omit
        ) = omit,
        options: Options | None = None,
    ) -> models.Boat:
        """Change a boat.

        Args:
            name: The boat, for example `ports/p1/piers/3/boats/b1`.

        Returns:
            The boat.
        """
        return self._client.request(
            _UPDATE,
            path={"name": name},
            body={"name": body_name, "owner": owner, "events": events},
            options=options,
        )

    def move_away(self, name: str, *, options: Options | None = None) -> models.Boat:
        """Move a boat away.

        Returns:
            The boat.
        """
        return self._client.request(_MOVE_AWAY, path={"name": name}, options=options)


class AsyncPortsPiersBoats(AsyncResource):
    """Asynchronous version of `PortsPiersBoats`."""

    async def list(
        self, parent: str, *, options: Options | None = None
    ) -> models.BoatList:
        """List the boats at a pier: see `PortsPiersBoats.list`."""
        return await self._client.request(
            _LIST, path={"parent": parent}, options=options
        )

    async def create(
        self,
        parent: str,
        *,
        name: str,
        owner: params.OwnerParam | models.Owner | Omit = omit,
        events: (
            Sequence[params.HarbourV1EventParam | models.HarbourV1Event] | Omit
        ) = omit,
        options: Options | None = None,
    ) -> models.Boat:
        """Moor a boat: see `PortsPiersBoats.create`."""
        return await self._client.request(
            _CREATE,
            path={"parent": parent},
            body={"name": name, "owner": owner, "events": events},
            options=options,
        )

    async def retrieve(
        self, name: str, *, options: Options | None = None
    ) -> models.Boat:
        """Return a boat: see `PortsPiersBoats.retrieve`."""
        return await self._client.request(
            _RETRIEVE, path={"name": name}, options=options
        )

    async def update(
        self,
        name: str,
        *,
        body_name: str,
        owner: params.OwnerParam | models.Owner | Omit = omit,
        events: (
            Sequence[params.HarbourV1EventParam | models.HarbourV1Event] | Omit
        ) = omit,
        options: Options | None = None,
    ) -> models.Boat:
        """Change a boat: see `PortsPiersBoats.update`."""
        return await self._client.request(
            _UPDATE,
            path={"name": name},
            body={"name": body_name, "owner": owner, "events": events},
            options=options,
        )

    async def move_away(
        self, name: str, *, options: Options | None = None
    ) -> models.Boat:
        """Move a boat away: see `PortsPiersBoats.move_away`."""
        return await self._client.request(
            _MOVE_AWAY, path={"name": name}, options=options
        )
