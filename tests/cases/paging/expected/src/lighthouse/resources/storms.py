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
    from .. import models

_LIST: PagedOperation[models.Storm, models.StormListResponse] = PagedOperation(
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
    ) -> Page[models.Storm, models.StormListResponse]:
        """A link in the answer.

        Returns:
            Storms.
        """
        return self._client.paginate(_LIST, query={"year": year}, options=options)


class AsyncStorms(AsyncResource):
    """Asynchronous version of `Storms`."""

    def list(
        self, *, year: int | Omit = omit, options: Options | None = None
    ) -> AsyncPager[models.Storm, models.StormListResponse]:
        """A link in the answer: see `Storms.list`."""
        return self._client.paginate(_LIST, query={"year": year}, options=options)
