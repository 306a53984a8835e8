"""The `client.keepers.shifts` resource."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime import (
    AsyncPager,
    AsyncResource,
    ByPageNumber,
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

_LIST: PagedOperation[models.Shift, builtins.list[models.Shift]] = PagedOperation(
    "GET",
    "/keepers/{keeper}/shifts",
    returns=ListOf("Shift"),
    paging=ByPageNumber("page"),
)


class KeepersShifts(Resource):
    """Shifts: `list`."""

    def list(
        self,
        keeper: str,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        options: Options | None = None,
    ) -> Page[models.Shift, builtins.list[models.Shift]]:
        """The number of a page, in a list without an envelope.

        Args:
            page: Default: `1`.

        Returns:
            Shifts.
        """
        return self._client.paginate(
            _LIST,
            path={"keeper": keeper},
            query={"page": page, "per_page": per_page},
            options=options,
        )


class AsyncKeepersShifts(AsyncResource):
    """Asynchronous version of `KeepersShifts`."""

    def list(
        self,
        keeper: str,
        *,
        page: int | Omit = omit,
        per_page: int | Omit = omit,
        options: Options | None = None,
    ) -> AsyncPager[models.Shift, builtins.list[models.Shift]]:
        """See `KeepersShifts.list`."""
        return self._client.paginate(
            _LIST,
            path={"keeper": keeper},
            query={"page": page, "per_page": per_page},
            options=options,
        )
