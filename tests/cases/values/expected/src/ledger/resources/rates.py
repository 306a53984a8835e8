"""The `client.rates` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncResource,
    Exact,
    Formatted,
    MapOf,
    Operation,
    Options,
    Resource,
)

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Mapping
    from decimal import Decimal

_LIST: Operation[dict[str, Decimal]] = Operation(
    "GET", "/rates", returns=Exact(MapOf(Formatted("decimal-number")))
)
_UPDATE: Operation[dt.timedelta | str] = Operation(
    "PUT",
    "/rates",
    returns=Formatted("duration"),
    body="application/json",
    body_required=True,
    formats={"body": {"": MapOf(Formatted("decimal-number"))}},
)


class Rates(Resource):
    """Rates: `list` and `update`."""

    def list(self, *, options: Options | None = None) -> dict[str, Decimal]:
        """Get rates.

        Returns:
            The rates by currency.
        """
        return self._client.request(_LIST, options=options)

    def update(
        self,
        *,
        body: Mapping[str, Decimal | float | str],
        options: Options | None = None,
    ) -> dt.timedelta | str:
        """Set rates.

        Args:
            body: Request body.

        Returns:
            The pause until the next change.
        """
        return self._client.request(_UPDATE, body=body, options=options)


class AsyncRates(AsyncResource):
    """Asynchronous version of `Rates`."""

    async def list(self, *, options: Options | None = None) -> dict[str, Decimal]:
        """Get rates: see `Rates.list`."""
        return await self._client.request(_LIST, options=options)

    async def update(
        self,
        *,
        body: Mapping[str, Decimal | float | str],
        options: Options | None = None,
    ) -> dt.timedelta | str:
        """Set rates: see `Rates.update`."""
        return await self._client.request(_UPDATE, body=body, options=options)
