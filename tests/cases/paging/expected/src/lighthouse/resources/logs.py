"""The `client.logs` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncPager,
    AsyncResource,
    ByPageNumber,
    Omit,
    Options,
    Page,
    PagedOperation,
    Resource,
    omit,
)

if TYPE_CHECKING:
    from .. import models

_LIST: PagedOperation[models.Log, models.LogListResponse] = PagedOperation(
    "GET",
    "/logs",
    returns="LogListResponse",
    paging=ByPageNumber(
        "page", first=0, items="/content", position="/number", last="/last"
    ),
)


class Logs(Resource):
    """Logs: `list`."""

    def list(
        self,
        *,
        page: int | Omit = omit,
        size: int | Omit = omit,
        options: Options | None = None,
    ) -> Page[models.Log, models.LogListResponse]:
        """The number of a page, counted from 0, beside how many there are.

        Args:
            page: At least 0.

        Returns:
            Log entries.
        """
        return self._client.paginate(
            _LIST, query={"page": page, "size": size}, options=options
        )


class AsyncLogs(AsyncResource):
    """Asynchronous version of `Logs`."""

    def list(
        self,
        *,
        page: int | Omit = omit,
        size: int | Omit = omit,
        options: Options | None = None,
    ) -> AsyncPager[models.Log, models.LogListResponse]:
        """See `Logs.list`."""
        return self._client.paginate(
            _LIST, query={"page": page, "size": size}, options=options
        )
