"""The `client.parcels` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Omit, Operation, Options, Resource, omit

if TYPE_CHECKING:
    from .. import models

_CREATE: Operation[models.Parcel] = Operation(
    "POST", "/parcels", returns="Parcel", body="application/json", body_required=True
)


class Parcels(Resource):
    """Parcels: `create`."""

    def create(
        self,
        *,
        to: str,
        callback_url: str | Omit = omit,
        options: Options | None = None,
    ) -> models.Parcel:
        """Hand in a parcel.

        Returns:
            It is on its way.
        """
        return self._client.request(
            _CREATE, body={"to": to, "callback_url": callback_url}, options=options
        )


class AsyncParcels(AsyncResource):
    """Asynchronous version of `Parcels`."""

    async def create(
        self,
        *,
        to: str,
        callback_url: str | Omit = omit,
        options: Options | None = None,
    ) -> models.Parcel:
        """Hand in a parcel: see `Parcels.create`."""
        return await self._client.request(
            _CREATE, body={"to": to, "callback_url": callback_url}, options=options
        )
