"""The `client.visits` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncPager,
    AsyncResource,
    ByLink,
    Options,
    Page,
    PagedOperation,
    Resource,
)

if TYPE_CHECKING:
    import datetime as dt

    from .. import models

_LIST: PagedOperation[dt.date, models.VisitListResponse] = PagedOperation(
    "GET",
    "/visits",
    returns="VisitListResponse",
    paging=ByLink("/next", items="/visits"),
)


class Visits(Resource):
    """Visits: `list`."""

    def list(
        self, *, options: Options | None = None
    ) -> Page[dt.date, models.VisitListResponse]:
        """Said by an extension that others read as well.

        Returns:
            Visits.
        """
        return self._client.paginate(_LIST, options=options)


class AsyncVisits(AsyncResource):
    """Asynchronous version of `Visits`."""

    def list(
        self, *, options: Options | None = None
    ) -> AsyncPager[dt.date, models.VisitListResponse]:
        """Said by an extension that others read as well: see `Visits.list`."""
        return self._client.paginate(_LIST, options=options)
