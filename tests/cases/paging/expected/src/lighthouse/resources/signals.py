"""The `client.signals` resource."""

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

_LIST: PagedOperation[str, models.SignalListResponse] = PagedOperation(
    "GET",
    "/signals",
    returns="SignalListResponse",
    paging=ByCursor("resume", "/resume/here", items="/seen"),
)


class Signals(Resource):
    """Signals: `list`."""

    def list(
        self, *, resume: str | Omit = omit, options: Options | None = None
    ) -> Page[str, models.SignalListResponse]:
        """Said by the document, where nobody could guess it.

        Returns:
            Signals.
        """
        return self._client.paginate(_LIST, query={"resume": resume}, options=options)


class AsyncSignals(AsyncResource):
    """Asynchronous version of `Signals`."""

    def list(
        self, *, resume: str | Omit = omit, options: Options | None = None
    ) -> AsyncPager[str, models.SignalListResponse]:
        """Said by the document, where nobody could guess it: see `Signals.list`."""
        return self._client.paginate(_LIST, query={"resume": resume}, options=options)
