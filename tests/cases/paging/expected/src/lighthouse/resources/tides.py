"""The `client.tides` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncPager,
    AsyncResource,
    ByLink,
    ListOf,
    Omit,
    Options,
    Page,
    PagedOperation,
    Resource,
    omit,
)

if TYPE_CHECKING:
    import builtins

    from .. import models

_LIST: PagedOperation[models.Tide, builtins.list[models.Tide]] = PagedOperation(
    "GET", "/tides", returns=ListOf("Tide"), paging=ByLink()
)


class Tides(Resource):
    """Tides: `list`."""

    def list(
        self, *, page: int | Omit = omit, options: Options | None = None
    ) -> Page[models.Tide, builtins.list[models.Tide]]:
        """A link in a header.

        Returns:
            Tides.
        """
        return self._client.paginate(_LIST, query={"page": page}, options=options)


class AsyncTides(AsyncResource):
    """Asynchronous version of `Tides`."""

    def list(
        self, *, page: int | Omit = omit, options: Options | None = None
    ) -> AsyncPager[models.Tide, builtins.list[models.Tide]]:
        """A link in a header: see `Tides.list`."""
        return self._client.paginate(_LIST, query={"page": page}, options=options)
