"""The resource `client.storms`."""

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
    from ..models.storm_retrieve import StormRetrieveResponse

_RETRIEVE: PagedOperation[Storm, StormRetrieveResponse] = PagedOperation(
    "GET",
    "/storms",
    returns="StormRetrieveResponse",
    accept="application/hal+json",
    paging=ByLink("/_links/next", items="/_embedded/storms"),
)


class Storms(Resource):
    """Storms: `retrieve`."""

    def retrieve(
        self, *, year: int | Omit = omit, options: Options | None = None
    ) -> Page[Storm, StormRetrieveResponse]:
        """A link in the answer.

        Returns:
            Storms.
        """
        return self._client.paginate(_RETRIEVE, query={"year": year}, options=options)


class AsyncStorms(AsyncResource):
    """The same as `Storms`, for use with `await`."""

    def retrieve(
        self, *, year: int | Omit = omit, options: Options | None = None
    ) -> AsyncPager[Storm, StormRetrieveResponse]:
        """A link in the answer: see `Storms.retrieve`."""
        return self._client.paginate(_RETRIEVE, query={"year": year}, options=options)
