"""The resource `client.berths.bookings`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import AsyncResource, Omit, Operation, Options, Part, Resource, omit

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence
    from uuid import UUID

    from ..models.booking import Booking
    from ..models.money import Money
    from ..params.berth_booking_create import (
        BerthBookingCreateContactParam,
        BerthBookingCreateService,
    )
    from ..params.money import MoneyParam

_CREATE: Operation[Booking] = Operation(
    "POST",
    "/berths/{quay}/bookings",
    returns="Booking",
    errors={"422": "BerthBookingCreate422Error"},
    body="application/json",
    body_required=True,
    idempotency_header="Idempotency-Key",
)
_CREATE_AS_FORM: Operation[Booking] = Operation(
    "POST",
    "/berths/{quay}/bookings",
    returns="Booking",
    errors={"422": "BerthBookingCreate422Error"},
    body="application/x-www-form-urlencoded",
    body_required=True,
    parts={"services": Part(style="form"), "contact": Part(style="deepObject*")},
    idempotency_header="Idempotency-Key",
)


class BerthsBookings(Resource):
    """Bookings: `create` and `create_as_form`."""

    def create(
        self,
        quay: str,
        *,
        imo: int,
        from_: dt.datetime | str,
        until: dt.datetime | str | Omit = omit,
        deposit: MoneyParam | Money | Omit = omit,
        idempotency_key: UUID | str | Omit = omit,
        options: Options | None = None,
    ) -> Booking:
        """Book a berth.

        Books the first berth that is long enough.

            {"from": "2026-05-01T06:00:00Z"}

        Args:
            idempotency_key: The client makes one for each call unless it is given.

        Returns:
            Booked.

        Raises:
            UnprocessableEntityError: No berth is long enough.
        """
        return self._client.request(
            _CREATE,
            path={"quay": quay},
            headers={"Idempotency-Key": idempotency_key},
            body={"imo": imo, "from": from_, "until": until, "deposit": deposit},
            options=options,
        )

    def create_as_form(
        self,
        quay: str,
        *,
        imo: int,
        from_: dt.datetime | str,
        until: dt.datetime | str | Omit = omit,
        services: Sequence[BerthBookingCreateService] | Omit = omit,
        contact: BerthBookingCreateContactParam | Omit = omit,
        idempotency_key: UUID | str | Omit = omit,
        options: Options | None = None,
    ) -> Booking:
        """Book a berth.

        The same as `create`, with a body in `application/x-www-form-urlencoded`.

        Books the first berth that is long enough.

            {"from": "2026-05-01T06:00:00Z"}

        Args:
            idempotency_key: The client makes one for each call unless it is given.

        Returns:
            Booked.

        Raises:
            UnprocessableEntityError: No berth is long enough.
        """
        return self._client.request(
            _CREATE_AS_FORM,
            path={"quay": quay},
            headers={"Idempotency-Key": idempotency_key},
            body={
                "imo": imo,
                "from": from_,
                "until": until,
                "services": services,
                "contact": contact,
            },
            options=options,
        )


class AsyncBerthsBookings(AsyncResource):
    """The same as `BerthsBookings`, for use with `await`."""

    async def create(
        self,
        quay: str,
        *,
        imo: int,
        from_: dt.datetime | str,
        until: dt.datetime | str | Omit = omit,
        deposit: MoneyParam | Money | Omit = omit,
        idempotency_key: UUID | str | Omit = omit,
        options: Options | None = None,
    ) -> Booking:
        """Book a berth: see `BerthsBookings.create`."""
        return await self._client.request(
            _CREATE,
            path={"quay": quay},
            headers={"Idempotency-Key": idempotency_key},
            body={"imo": imo, "from": from_, "until": until, "deposit": deposit},
            options=options,
        )

    async def create_as_form(
        self,
        quay: str,
        *,
        imo: int,
        from_: dt.datetime | str,
        until: dt.datetime | str | Omit = omit,
        services: Sequence[BerthBookingCreateService] | Omit = omit,
        contact: BerthBookingCreateContactParam | Omit = omit,
        idempotency_key: UUID | str | Omit = omit,
        options: Options | None = None,
    ) -> Booking:
        """Book a berth: see `BerthsBookings.create_as_form`."""
        return await self._client.request(
            _CREATE_AS_FORM,
            path={"quay": quay},
            headers={"Idempotency-Key": idempotency_key},
            body={
                "imo": imo,
                "from": from_,
                "until": until,
                "services": services,
                "contact": contact,
            },
            options=options,
        )
