"""The `client.entries` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    Exact,
    Formatted,
    ListOf,
    Omit,
    Operation,
    Options,
    Resource,
    omit,
)

if TYPE_CHECKING:
    import builtins
    import datetime as dt
    from collections.abc import Sequence, Set
    from decimal import Decimal

    from .. import models, params

_LIST: Operation[builtins.list[models.Entry]] = Operation(
    "GET",
    "/entries",
    returns=Exact(ListOf("Entry")),
    required={"query": ("booked",)},
    allow_empty=("unpaid",),
    formats={
        "query": {
            "booked": Formatted("date"),
            "days": ListOf(Formatted("date")),
            "minimum": Formatted("decimal"),
        },
        "header": {"seal": Formatted("base64url")},
    },
)
_CREATE: Operation[models.Entry] = Operation(
    "POST",
    "/entries",
    returns=Exact("Entry"),
    body="application/json",
    body_required=True,
    formats={
        "body": {
            "amount": Formatted("decimal"),
            "rate": Formatted("decimal-number"),
            "booked": Formatted("date"),
            "seal": Formatted("base64url"),
            "mark": Formatted("padded-base64url"),
            "price": Formatted("decimal"),
            "lines": ListOf("LineParam"),
            "terms": ("LineParam", "NoteParam"),
        }
    },
)
_CLOSE: Operation[None] = Operation(
    "POST",
    "/entries/{id}/close",
    body="application/json",
    formats={"body": {"on": Formatted("date")}},
)


class Entries(Resource):
    """Entries: `list`, `create` and `close`."""

    def list(
        self,
        *,
        booked: dt.date | str,
        days: Sequence[dt.date | str] | Set[dt.date | str] | Omit = omit,
        minimum: Decimal | str | Omit = omit,
        unpaid: bool | None | Omit = omit,
        seal: bytes | str | Omit = omit,
        options: Options | None = None,
    ) -> builtins.list[models.Entry]:
        """List entries.

        Returns:
            The entries.
        """
        return self._client.request(
            _LIST,
            query={
                "booked": booked,
                "days": days,
                "minimum": minimum,
                "unpaid": unpaid,
            },
            headers={"seal": seal},
            options=options,
        )

    def create(
        self,
        *,
        amount: Decimal | str,
        booked: dt.date | str,
        rate: Decimal | float | str | Omit = omit,
        share: float | Omit = omit,
        seal: bytes | str | Omit = omit,
        mark: bytes | str | Omit = omit,
        pause: dt.timedelta | str | Omit = omit,
        price: Decimal | float | str | Omit = omit,
        due: dt.date | str | dt.datetime | Omit = omit,
        lines: Sequence[params.LineParam | models.Line] | Omit = omit,
        terms: (
            params.LineParam | models.Line | params.NoteParam | models.Note | Omit
        ) = omit,
        options: Options | None = None,
    ) -> models.Entry:
        """Create an entry.

        Args:
            amount: The amount with its currency's digits.

        Returns:
            The entry.
        """
        return self._client.request(
            _CREATE,
            body={
                "amount": amount,
                "booked": booked,
                "rate": rate,
                "share": share,
                "seal": seal,
                "mark": mark,
                "pause": pause,
                "price": price,
                "due": due,
                "lines": lines,
                "terms": terms,
            },
            options=options,
        )

    def close(
        self,
        id: float,
        *,
        reason: str | Omit = omit,
        on: dt.date | str | Omit = omit,
        options: Options | None = None,
    ) -> None:
        """Close an entry.

        Args:
            reason: Why the entry is closed. Required if there is a request body.

        Returns:
            Closed.
        """
        return self._client.request(
            _CLOSE, path={"id": id}, body={"reason": reason, "on": on}, options=options
        )


class AsyncEntries(AsyncResource):
    """Asynchronous version of `Entries`."""

    async def list(
        self,
        *,
        booked: dt.date | str,
        days: Sequence[dt.date | str] | Set[dt.date | str] | Omit = omit,
        minimum: Decimal | str | Omit = omit,
        unpaid: bool | None | Omit = omit,
        seal: bytes | str | Omit = omit,
        options: Options | None = None,
    ) -> builtins.list[models.Entry]:
        """List entries: see `Entries.list`."""
        return await self._client.request(
            _LIST,
            query={
                "booked": booked,
                "days": days,
                "minimum": minimum,
                "unpaid": unpaid,
            },
            headers={"seal": seal},
            options=options,
        )

    async def create(
        self,
        *,
        amount: Decimal | str,
        booked: dt.date | str,
        rate: Decimal | float | str | Omit = omit,
        share: float | Omit = omit,
        seal: bytes | str | Omit = omit,
        mark: bytes | str | Omit = omit,
        pause: dt.timedelta | str | Omit = omit,
        price: Decimal | float | str | Omit = omit,
        due: dt.date | str | dt.datetime | Omit = omit,
        lines: Sequence[params.LineParam | models.Line] | Omit = omit,
        terms: (
            params.LineParam | models.Line | params.NoteParam | models.Note | Omit
        ) = omit,
        options: Options | None = None,
    ) -> models.Entry:
        """Create an entry: see `Entries.create`."""
        return await self._client.request(
            _CREATE,
            body={
                "amount": amount,
                "booked": booked,
                "rate": rate,
                "share": share,
                "seal": seal,
                "mark": mark,
                "pause": pause,
                "price": price,
                "due": due,
                "lines": lines,
                "terms": terms,
            },
            options=options,
        )

    async def close(
        self,
        id: float,
        *,
        reason: str | Omit = omit,
        on: dt.date | str | Omit = omit,
        options: Options | None = None,
    ) -> None:
        """Close an entry: see `Entries.close`."""
        return await self._client.request(
            _CLOSE, path={"id": id}, body={"reason": reason, "on": on}, options=options
        )
