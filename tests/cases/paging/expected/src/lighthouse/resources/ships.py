"""The `client.ships` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncPager,
    AsyncResource,
    ByOffset,
    Omit,
    Options,
    Page,
    PagedOperation,
    Resource,
    omit,
)

if TYPE_CHECKING:
    from .. import models

_LIST: PagedOperation[str | None, models.ShipListResponse] = PagedOperation(
    "GET",
    "/ships",
    returns="ShipListResponse",
    paging=ByOffset("offset", items="/data/ships", total="/meta/total_count"),
)


class Ships(Resource):
    """Ships: `list`."""

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        options: Options | None = None,
    ) -> Page[str | None, models.ShipListResponse]:
        """An offset, in an envelope inside of another.

        Returns:
            Ships.
        """
        return self._client.paginate(
            _LIST, query={"offset": offset, "limit": limit}, options=options
        )


class AsyncShips(AsyncResource):
    """Asynchronous version of `Ships`."""

    def list(
        self,
        *,
        offset: int | Omit = omit,
        limit: int | Omit = omit,
        options: Options | None = None,
    ) -> AsyncPager[str | None, models.ShipListResponse]:
        """An offset, in an envelope inside of another: see `Ships.list`."""
        return self._client.paginate(
            _LIST, query={"offset": offset, "limit": limit}, options=options
        )
