"""The `client.storms` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncPager,
    AsyncResource,
    ByLink,
    Omit,
    Options,
    Page,
    PagedOperation,
    Resource,
    omit,
)

if TYPE_CHECKING:
    from ..models.storm import Storm
    from ..models.storm_list import StormListResponse

_LIST: PagedOperation[Storm, StormListResponse] = PagedOperation(
    "GET",
    "/storms",
    returns="StormListResponse",
    accept="application/hal+json",
    paging=ByLink("/_links/next", items="/_embedded/storms"),
)


class Storms(Resource):
    """Storms: `list`."""

    def list(
        self, *, year: int | Omit = omit, options: Options | None = None
    ) -> Page[Storm, StormListResponse]:
        """A link in the answer.

        Returns:
            Storms.
        """
        return self._client.paginate(_LIST, query={"year": year}, options=options)


class AsyncStorms(AsyncResource):
    """Asynchronous version of `Storms`."""

    def list(
        self, *, year: int | Omit = omit, options: Options | None = None
    ) -> AsyncPager[Storm, StormListResponse]:
        """A link in the answer: see `Storms.list`."""
        return self._client.paginate(_LIST, query={"year": year}, options=options)
