"""The `client.berths` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    ListOf,
    Omit,
    Operation,
    Options,
    Resource,
    cached_property,
    omit,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .. import models, params
    from .berths_bookings import AsyncBerthsBookings, BerthsBookings

_RETRIEVE: Operation[list[models.Berth]] = Operation(
    "GET",
    "/berths/{quay}/{numbers}",
    returns=ListOf("Berth"),
    styles={
        "path": {"quay": "matrix", "numbers": "label*"},
        "cookie": {"preferences": "form"},
    },
    security=(("basic", "app_id"), ()),
)


class Berths(Resource):
    """Places to moor. Each belongs to a quay.

    What is moored there says the harbour master.
    """

    @cached_property
    def bookings(self) -> BerthsBookings:
        """Bookings: `create` and `create_as_form`."""
        from .berths_bookings import BerthsBookings

        return BerthsBookings(self._client)

    def retrieve(
        self,
        quay: str,
        numbers: Sequence[int],
        *,
        x_units: params.BerthRetrieveXUnitsParam | Omit = omit,
        preferences: Sequence[str] | Omit = omit,
        options: Options | None = None,
    ) -> list[models.Berth]:
        """Look at berths of one quay.

        Returns:
            The berths.
        """
        return self._client.request(
            _RETRIEVE,
            path={"quay": quay, "numbers": numbers},
            headers={"X-Units": x_units},
            cookies={"preferences": preferences},
            options=options,
        )


class AsyncBerths(AsyncResource):
    """Asynchronous version of `Berths`."""

    @cached_property
    def bookings(self) -> AsyncBerthsBookings:
        """Bookings: `create` and `create_as_form`."""
        from .berths_bookings import AsyncBerthsBookings

        return AsyncBerthsBookings(self._client)

    async def retrieve(
        self,
        quay: str,
        numbers: Sequence[int],
        *,
        x_units: params.BerthRetrieveXUnitsParam | Omit = omit,
        preferences: Sequence[str] | Omit = omit,
        options: Options | None = None,
    ) -> list[models.Berth]:
        """Look at berths of one quay: see `Berths.retrieve`."""
        return await self._client.request(
            _RETRIEVE,
            path={"quay": quay, "numbers": numbers},
            headers={"X-Units": x_units},
            cookies={"preferences": preferences},
            options=options,
        )
