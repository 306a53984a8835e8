"""The `client.beacons` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncPager,
    AsyncResource,
    ByCursor,
    Omit,
    Options,
    Page,
    PagedOperation,
    Resource,
    omit,
)

if TYPE_CHECKING:
    from .. import models

_LIST: PagedOperation[models.Beacon, models.BeaconList] = PagedOperation(
    "GET",
    "/beacons",
    returns="BeaconList",
    paging=ByCursor("cursor", "/next_cursor", items="/items"),
)
_SEARCH: PagedOperation[models.Beacon, models.BeaconSearchResponse] = PagedOperation(
    "POST",
    "/beacons/search",
    returns="BeaconSearchResponse",
    body="application/json",
    paging=ByCursor("page_token", "/next_page_token", items="/beacons", in_body=True),
)


class Beacons(Resource):
    """Beacons: `list` and `search`."""

    def list(
        self,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        options: Options | None = None,
    ) -> Page[models.Beacon, models.BeaconList]:
        """A cursor.

        Returns:
            Beacons.
        """
        return self._client.paginate(
            _LIST, query={"cursor": cursor, "limit": limit}, options=options
        )

    def search(
        self,
        *,
        query: str | Omit = omit,
        page_token: str | Omit = omit,
        options: Options | None = None,
    ) -> Page[models.Beacon, models.BeaconSearchResponse]:
        """A token in the body.

        Returns:
            Beacons.
        """
        return self._client.paginate(
            _SEARCH, body={"query": query, "page_token": page_token}, options=options
        )


class AsyncBeacons(AsyncResource):
    """Asynchronous version of `Beacons`."""

    def list(
        self,
        *,
        cursor: str | Omit = omit,
        limit: int | Omit = omit,
        options: Options | None = None,
    ) -> AsyncPager[models.Beacon, models.BeaconList]:
        """A cursor: see `Beacons.list`."""
        return self._client.paginate(
            _LIST, query={"cursor": cursor, "limit": limit}, options=options
        )

    def search(
        self,
        *,
        query: str | Omit = omit,
        page_token: str | Omit = omit,
        options: Options | None = None,
    ) -> AsyncPager[models.Beacon, models.BeaconSearchResponse]:
        """A token in the body: see `Beacons.search`."""
        return self._client.paginate(
            _SEARCH, body={"query": query, "page_token": page_token}, options=options
        )
